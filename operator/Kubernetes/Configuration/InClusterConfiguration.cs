using System.Globalization;

namespace DirectRoute.Kubernetes.Configuration;

/// <summary>Reads what Kubernetes puts into every pod.</summary>
internal static class InClusterConfiguration
{
    private const string HostVariable = "KUBERNETES_SERVICE_HOST";
    private const string PortVariable = "KUBERNETES_SERVICE_PORT";

    public static bool IsPod(HostEnvironment environment) => environment.Has(HostVariable) && environment.Has(PortVariable);

    public static KubernetesClientConfiguration Read(HostEnvironment environment)
    {
        if (!IsPod(environment)) throw new KubernetesConfigurationException($"{HostVariable} and {PortVariable} are not set: this is not a pod. Give a kubeconfig instead.");
        var token = RequireFile(environment, "token");
        var authority = RequireFile(environment, "ca.crt");
        var ns = Path.Combine(environment.ServiceAccountFolder, "namespace");
        return new KubernetesClientConfiguration
        {
            Server = Server(environment.Variable(HostVariable)!, environment.Variable(PortVariable)!),
            Namespace = File.Exists(ns) ? ConfigurationFile.ReadText(ns, "namespace").Trim() : "default",
            CertificateAuthority = PemCertificate.RequireCertificate(ConfigurationFile.ReadText(authority, "certificate authority"), authority),
            Credentials = KubernetesCredentials.TokenFile(token),
        };
    }

    private static string RequireFile(HostEnvironment environment, string name)
    {
        var path = Path.Combine(environment.ServiceAccountFolder, name);
        return File.Exists(path)
            ? path
            : throw new KubernetesConfigurationException($"{path} is missing: the pod has no service account mounted (automountServiceAccountToken).");
    }

    private static Uri Server(string host, string port)
    {
        if (Uri.CheckHostName(host) == UriHostNameType.Unknown) throw new KubernetesConfigurationException($"{HostVariable}: '{host}' is no host name or address.");
        if (!ushort.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number == 0)
            throw new KubernetesConfigurationException($"{PortVariable}: '{port}' is no port.");
        // UriBuilder puts an IPv6 address into brackets.
        return new UriBuilder(Uri.UriSchemeHttps, host, number).Uri;
    }
}

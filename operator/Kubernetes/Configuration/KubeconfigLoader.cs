namespace DirectRoute.Kubernetes.Configuration;

/// <summary>Finds the kubeconfig files and makes of one context what the client needs.</summary>
internal static class KubeconfigLoader
{
    public static KubernetesClientConfiguration Load(HostEnvironment environment, string? path, string? context)
    {
        var config = Kubeconfig.Read(FilesToRead(environment, path));
        var chosen = config.Context(context);
        var cluster = config.Cluster(chosen.RequiredText("cluster"));
        var user = chosen.Text("user") is { } name ? config.User(name) : null;
        var target = Target(cluster) with { Namespace = chosen.Text("namespace") ?? "default" };
        return user is null
            ? target
            : target with { Credentials = KubeconfigUser.Credentials(user, target, cluster, environment), Impersonation = KubeconfigUser.Impersonation(user) };
    }

    // A list names files that may not exist yet; a path, or the default, must.
    private static List<string> FilesToRead(HostEnvironment environment, string? path)
    {
        if (path is not null) return [path];
        var list = environment.Variable("KUBECONFIG");
        if (string.IsNullOrEmpty(list)) return [Path.Combine(environment.Home, ".kube", "config")];
        var files = list.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Distinct().Where(File.Exists).ToList();
        return files.Count > 0 ? files : throw new KubernetesConfigurationException($"KUBECONFIG: none of its files exists: {list}.");
    }

    private static KubernetesClientConfiguration Target(ConfigNode cluster)
    {
        var authority = cluster.Pem("certificate-authority");
        var skip = cluster.Flag("insecure-skip-tls-verify");
        if (skip && authority is not null)
            throw cluster.Error("insecure-skip-tls-verify", "contradicts certificate-authority; keep one of them");
        return new KubernetesClientConfiguration
        {
            Server = cluster.Url("server", "https", "http") ?? throw cluster.Error("server", "is missing"),
            CertificateAuthority = authority is null ? null : PemCertificate.RequireCertificate(authority.Read(), authority.Origin),
            TlsServerName = cluster.Text("tls-server-name"),
            SkipTlsVerify = skip,
            Proxy = cluster.Url("proxy-url", "http", "https", "socks5"),
        };
    }
}

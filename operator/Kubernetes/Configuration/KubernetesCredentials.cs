using System.Net.Http.Headers;
using System.Text;

namespace DirectRoute.Kubernetes.Configuration;

/// <summary>Where the client's proof of identity comes from; it may change while the client runs.</summary>
public abstract class KubernetesCredentials
{
    private protected KubernetesCredentials()
    {
    }

    /// <summary>No proof at all.</summary>
    public static KubernetesCredentials Anonymous { get; } = new FixedCredentials(Credential.None);

    /// <summary>A bearer token that does not change.</summary>
    public static KubernetesCredentials Token(string token) => new FixedCredentials(Credential.Bearer(token));

    /// <summary>A bearer token in a file that is replaced from time to time; it is read again every minute, and when the server refuses it.</summary>
    public static KubernetesCredentials TokenFile(string path) => new TokenFileCredentials(path);

    /// <summary>A user name with a password.</summary>
    public static KubernetesCredentials Basic(string userName, string password) =>
        new FixedCredentials(new Credential(new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{userName}:{password}")))));

    /// <summary>A client certificate with its key, both PEM.</summary>
    /// <exception cref="KubernetesConfigurationException">They cannot be read, do not belong together, or the key is encrypted.</exception>
    public static KubernetesCredentials ClientCertificate(string certificatePem, string keyPem) =>
        new FixedCredentials(new Credential(null, PemCertificate.Read(certificatePem, keyPem, "client certificate", "client key")));

    /// <summary>The credential to use now.</summary>
    /// <exception cref="KubernetesConfigurationException">It cannot be had.</exception>
    internal abstract ValueTask<Credential> GetAsync(TimeProvider time, CancellationToken cancellationToken);

    /// <summary>Takes note that the server does not accept <paramref name="refused"/>; false when there is no hope of another one.</summary>
    internal virtual bool Invalidate(Credential refused) => false;
}

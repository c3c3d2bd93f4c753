using System.Security.Cryptography.X509Certificates;

namespace DirectRoute.Testing;

/// <summary>A <see cref="FaultProxy"/> in front of the API server, with a kubeconfig that leads through it.</summary>
public sealed class ApiServerProxy : IAsyncDisposable
{
    private ApiServerProxy(FaultProxy proxy, string kubeconfigPath)
    {
        Proxy = proxy;
        KubeconfigPath = kubeconfigPath;
    }

    /// <summary>What records and breaks.</summary>
    public FaultProxy Proxy { get; }

    /// <summary>The environment's kubeconfig with the proxy's address.</summary>
    public string KubeconfigPath { get; }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await Proxy.DisposeAsync();
        File.Delete(KubeconfigPath);
    }

    internal static async Task<ApiServerProxy> StartAsync(TestEnvironment environment)
    {
        using var pem = X509Certificate2.CreateFromPemFile(environment.WebhookCertificatePath, environment.WebhookKeyPath);
        // Kept by the listener, which opens anew after an outage.
        var certificate = X509CertificateLoader.LoadPkcs12(pem.Export(X509ContentType.Pkcs12), null);
        var server = environment.ApiServerUrl;
        var authority = X509CertificateLoader.LoadCertificateFromFile(environment.CertificateAuthorityPath);
        var proxy = await FaultProxy.StartAsync(server, certificate, authority);
        var kubeconfig = await File.ReadAllTextAsync(environment.KubeconfigPath);
        var path = $"{environment.KubeconfigPath}.{proxy.Address.Port}";
        await File.WriteAllTextAsync(path, kubeconfig.Replace(
            server.GetLeftPart(UriPartial.Authority), proxy.Address.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal));
        return new ApiServerProxy(proxy, path);
    }
}

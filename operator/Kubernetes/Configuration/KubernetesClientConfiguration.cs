namespace DirectRoute.Kubernetes.Configuration;

/// <summary>Where the API server is, how to trust it, and who the client is.</summary>
public sealed record KubernetesClientConfiguration
{
    /// <summary>The server, with a path when it is behind one.</summary>
    public required Uri Server { get; init; }

    /// <summary>The namespace to use where nothing names one.</summary>
    public string Namespace { get; init; } = "default";

    /// <summary>The certificates to trust, PEM; null for the machine's own.</summary>
    public string? CertificateAuthority { get; init; }

    /// <summary>The name that the server's certificate must have, when it is not the one in <see cref="Server"/>.</summary>
    public string? TlsServerName { get; init; }

    /// <summary>Trust any server. For experiments only.</summary>
    public bool SkipTlsVerify { get; init; }

    /// <summary>The proxy (http, https or socks5); null for what the environment says (<c>HTTPS_PROXY</c>, <c>NO_PROXY</c>).</summary>
    public Uri? Proxy { get; init; }

    /// <summary>The proof of identity.</summary>
    public KubernetesCredentials Credentials { get; init; } = KubernetesCredentials.Anonymous;

    /// <summary>Whom to act as; null for oneself.</summary>
    public Impersonation? Impersonation { get; init; }

    /// <summary>The configuration of a pod: its service account's token and authority, and the address that Kubernetes gives every container.</summary>
    /// <exception cref="KubernetesConfigurationException">This is not a pod, or it has no service account mounted.</exception>
    public static KubernetesClientConfiguration InCluster() => InClusterConfiguration.Read(HostEnvironment.Process);

    /// <summary>The configuration that kubectl would use.</summary>
    /// <param name="path">The one file to read; null for those in <c>KUBECONFIG</c>, or else <c>~/.kube/config</c>.</param>
    /// <param name="context">The context; null for the current one.</param>
    /// <exception cref="KubernetesConfigurationException">A file, or something in it, is missing or wrong.</exception>
    public static KubernetesClientConfiguration FromKubeconfig(string? path = null, string? context = null) =>
        KubeconfigLoader.Load(HostEnvironment.Process, path, context);

    /// <summary><see cref="InCluster"/> in a pod, <see cref="FromKubeconfig"/> elsewhere or when <c>KUBECONFIG</c> is set.</summary>
    /// <exception cref="KubernetesConfigurationException">Neither is there.</exception>
    public static KubernetesClientConfiguration Default()
    {
        var environment = HostEnvironment.Process;
        return environment.Has("KUBECONFIG") || !InClusterConfiguration.IsPod(environment)
            ? KubeconfigLoader.Load(environment, path: null, context: null)
            : InClusterConfiguration.Read(environment);
    }
}

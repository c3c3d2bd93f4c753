namespace DirectRoute.Kubernetes.Client;

/// <summary>How a <see cref="KubernetesClient"/> behaves towards the server.</summary>
public sealed record KubernetesClientOptions
{
    /// <summary>How long a call may take, from opening the connection to the last byte; for a watch, to its first. 30 s by default.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long opening a connection may take. 10 s by default.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a connection may be silent before it is asked for a sign of life. 30 s by default.</summary>
    public TimeSpan KeepAlive { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How the client names itself to the server, whose audit log shows it.</summary>
    public string UserAgent { get; init; } = "direct-operator";

    /// <summary>The greatest answer that is read, in bytes: 256 MiB by default.</summary>
    public int MaxAnswerBytes { get; init; } = 256 << 20;

    /// <summary>The greatest watch event that is read, in bytes: 16 MiB by default, ten times what etcd stores for an object.</summary>
    public int MaxEventBytes { get; init; } = 16 << 20;
}

namespace DirectRoute.Kubernetes.Entities;

/// <summary>A namespace; its labels decide who may use what.</summary>
[KubernetesEntity(ApiVersion = "v1", Kind = "Namespace", PluralName = "namespaces")]
[EntityScope(EntityScope.Cluster)]
public sealed record V1Namespace : IKubernetesObject
{
    /// <inheritdoc />
    public string ApiVersion => "v1";

    /// <inheritdoc />
    public string Kind => "Namespace";

    /// <inheritdoc />
    public required V1ObjectMeta Metadata { get; init; }

    /// <summary>Whether it is in use or going away.</summary>
    public V1NamespaceStatus? Status { get; init; }
}

/// <summary>Whether a <see cref="V1Namespace"/> is in use or going away.</summary>
public sealed record V1NamespaceStatus
{
    /// <summary><c>Active</c> or <c>Terminating</c>.</summary>
    public string? Phase { get; init; }
}

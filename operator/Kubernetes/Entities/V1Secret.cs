namespace DirectRoute.Kubernetes.Entities;

/// <summary>Values that must not be shown.</summary>
[KubernetesEntity(ApiVersion = "v1", Kind = "Secret", PluralName = "secrets")]
public sealed record V1Secret : IKubernetesObject
{
    /// <inheritdoc />
    public string ApiVersion => "v1";

    /// <inheritdoc />
    public string Kind => "Secret";

    /// <inheritdoc />
    public required V1ObjectMeta Metadata { get; init; }

    /// <summary>The kind of secret, such as <c>Opaque</c>.</summary>
    public string? Type { get; init; }

    /// <summary>The values, decoded from base64.</summary>
    public IReadOnlyDictionary<string, byte[]>? Data { get; init; }

    /// <summary>Whether the server refuses changes of <see cref="Data"/>.</summary>
    public bool? Immutable { get; init; }

    /// <summary>The secret's place; never its values.</summary>
    public override string ToString() => $"Secret {Metadata.NamespaceProperty}/{Metadata.Name}";
}

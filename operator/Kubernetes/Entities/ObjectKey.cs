namespace DirectRoute.Kubernetes.Entities;

/// <summary>The place of an object: its namespace (null when cluster-scoped) and name. Not its identity: that is the UID.</summary>
public readonly record struct ObjectKey(string? Namespace, string Name)
{
    /// <summary>The place of <paramref name="entity"/>.</summary>
    public static ObjectKey Of(IKubernetesObject entity) =>
        new(entity.Metadata.NamespaceProperty, entity.Metadata.Name ?? throw new ArgumentException("The object has no name.", nameof(entity)));

    /// <summary><c>namespace/name</c>, or <c>name</c>.</summary>
    public override string ToString() => Namespace is null ? Name : $"{Namespace}/{Name}";
}

using DirectRoute.Kubernetes.Entities;

namespace DirectRoute.Kubernetes.Informers;

/// <summary>Which changes matter.</summary>
public static class ChangeFilter
{
    /// <summary>Every change, status included.</summary>
    public static bool Any<T>(InformerEvent<T> change)
        where T : class, IKubernetesObject => true;

    /// <summary>Every change but updates in which <see cref="HasConsequence"/> sees nothing: a status write does not come back as work.</summary>
    public static bool Consequential<T>(InformerEvent<T> change)
        where T : class, IKubernetesObject =>
        change is not InformerEvent<T>.Updated(var old, var current) || HasConsequence(old.Metadata, current.Metadata);

    /// <summary>
    /// Whether the spec (by its generation), labels, annotations, finalizers or the wish to delete changed. A kind without generations, such as Secret,
    /// has no status either: any change of it counts.
    /// </summary>
    public static bool HasConsequence(V1ObjectMeta old, V1ObjectMeta current)
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(current);
        return old.Uid != current.Uid
            || (current.Generation is null ? old.ResourceVersion != current.ResourceVersion : old.Generation != current.Generation)
            || old.DeletionTimestamp != current.DeletionTimestamp
            || !Same(old.Labels, current.Labels)
            || !Same(old.Annotations, current.Annotations)
            || !(old.Finalizers ?? []).SequenceEqual(current.Finalizers ?? []);
    }

    private static bool Same(IReadOnlyDictionary<string, string>? old, IReadOnlyDictionary<string, string>? current) =>
        (old?.Count ?? 0) == (current?.Count ?? 0)
        && (old ?? Nothing).All(pair => current!.TryGetValue(pair.Key, out var value) && value == pair.Value);

    private static IReadOnlyDictionary<string, string> Nothing { get; } = new Dictionary<string, string>();
}

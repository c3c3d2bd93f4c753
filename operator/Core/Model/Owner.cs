using DirectRoute.Core.Collections;

namespace DirectRoute.Core.Model;

/// <summary>Whose something in AWS is: the object that asked for it. It is written as tags, and things are found again by them.</summary>
/// <param name="Cluster">The operator's cluster name, a setting: a restored cluster is the same owner. At most 63 characters.</param>
/// <param name="Kind">The object's kind.</param>
/// <param name="Namespace">The object's namespace.</param>
/// <param name="Name">The object's name.</param>
public sealed record Owner(string Cluster, string Kind, string Namespace, string Name)
{
    /// <summary>What the operator's own tag keys begin with; users' tags may not.</summary>
    public const string TagPrefix = "directroute.dev/";

    private const string ClusterTag = TagPrefix + "cluster";
    private const string KindTag = TagPrefix + "kind";
    private const string NamespaceTag = TagPrefix + "namespace";
    private const string NameTag = TagPrefix + "name";

    /// <summary>The tags that say so.</summary>
    public ValueMap<string> Tags => ValueMap.Of((ClusterTag, Cluster), (KindTag, Kind), (NamespaceTag, Namespace), (NameTag, Name));

    /// <summary>Whether <paramref name="tags"/> name this owner.</summary>
    public bool Owns(IReadOnlyDictionary<string, string> tags) => From(tags) == this;

    /// <summary>The owner that <paramref name="tags"/> name, or null when they name none.</summary>
    public static Owner? From(IReadOnlyDictionary<string, string> tags) =>
        tags.TryGetValue(ClusterTag, out var cluster) && tags.TryGetValue(KindTag, out var kind)
        && tags.TryGetValue(NamespaceTag, out var ns) && tags.TryGetValue(NameTag, out var name)
            ? new Owner(cluster, kind, ns, name)
            : null;

    /// <summary><c>cluster/Kind/namespace/name</c>.</summary>
    public override string ToString() => $"{Cluster}/{Kind}/{Namespace}/{Name}";
}

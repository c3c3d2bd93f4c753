using DirectRoute.Core.Compile;

namespace DirectRoute.Core.Policies;

/// <summary>Permissions that hang together: each shares its action or its resource with another of its island, and with none of another island.</summary>
internal sealed class Islands
{
    private readonly Dictionary<(bool IsAction, string Text), (bool IsAction, string Text)> parents = [];

    /// <summary>The islands, each in the order of the permissions, and in the order of their first ones.</summary>
    public static IEnumerable<IReadOnlyList<Permission>> Of(IReadOnlyList<Permission> permissions)
    {
        var islands = new Islands();
        foreach (var p in permissions) islands.parents[islands.Root((true, p.Action))] = islands.Root((false, p.Resource));
        return permissions.GroupBy(p => islands.Root((true, p.Action))).Select(g => g.ToList());
    }

    private (bool IsAction, string Text) Root((bool IsAction, string Text) node)
    {
        var root = node;
        while (parents.TryGetValue(root, out var parent) && parent != root) root = parent;
        // The way is shortened for the next who asks.
        while (node != root)
        {
            var next = parents[node];
            parents[node] = root;
            node = next;
        }
        return root;
    }
}

using DirectRoute.Core.Collections;

namespace DirectRoute.Local.DataPlane.Rest;

/// <summary>A resource that serves a path, and what the path says.</summary>
internal readonly record struct ResourceMatch(ServedResource Resource, ValueMap<string> PathParameters);

/// <summary>
/// Finds the resource of a path as API Gateway does: segment by segment, a fixed one before a variable, a variable before a greedy one; only resources with methods
/// count. The resource is chosen by the path alone, so that a method which it lacks is not looked for elsewhere; recorded on AWS for a path that one resource serves.
/// </summary>
internal sealed class RouteTable
{
    private readonly Node root = new();

    public RouteTable(IEnumerable<ServedResource> resources)
    {
        foreach (var resource in resources) Add(resource);
    }

    /// <summary>The resource, or null when none serves the path. A slash at the end, and more than one at the beginning, make no difference.</summary>
    public ResourceMatch? Find(string path)
    {
        var segments = Segments(path);
        return Find(root, segments, 0) is { } found ? new ResourceMatch(found.Resource, found.Parameters(segments)) : null;
    }

    private static string[] Segments(string path)
    {
        var trimmed = path.AsSpan().TrimStart('/');
        if (trimmed.EndsWith("/")) trimmed = trimmed[..^1];
        return trimmed.IsEmpty ? [] : trimmed.ToString().Split('/');
    }

    private void Add(ServedResource resource)
    {
        var node = root;
        List<string> names = [];
        foreach (var segment in Segments(resource.Path))
        {
            if (segment is ['{', .. var name, '}'])
            {
                names.Add(name.TrimEnd('+'));
                node = name.EndsWith('+') ? node.Greedy ??= new Node() : node.Variable ??= new Node();
            }
            else
            {
                names.Add("");
                node = node.Fixed.TryGetValue(segment, out var next) ? next : node.Fixed[segment] = new Node();
            }
        }
        node.Leaf = new Leaf(resource, [.. names]);
    }

    // No deeper than the resources themselves, so a long path costs no stack; and the number of steps is bounded by that of resources.
    private static Leaf? Find(Node node, string[] segments, int at)
    {
        if (at == segments.Length) return node.Leaf;
        var segment = segments[at];
        var decoded = segment.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(segment) : segment;
        if (node.Fixed.TryGetValue(decoded, out var next) && Find(next, segments, at + 1) is { } exact) return exact;
        if (segment.Length > 0 && node.Variable is { } variable && Find(variable, segments, at + 1) is { } bound) return bound;
        return node.Greedy?.Leaf;
    }

    private sealed class Node
    {
        public Dictionary<string, Node> Fixed { get; } = new(StringComparer.Ordinal);
        public Node? Variable { get; set; }
        public Node? Greedy { get; set; }
        public Leaf? Leaf { get; set; }
    }

    /// <param name="Names">The variable of each segment; empty for a fixed one.</param>
    private sealed record Leaf(ServedResource Resource, string[] Names)
    {
        private readonly bool hasVariables = Names.Any(n => n.Length > 0);

        public ValueMap<string> Parameters(string[] segments) => hasVariables ? Bound(segments).ToValueMap() : default;

        private IEnumerable<KeyValuePair<string, string>> Bound(string[] segments)
        {
            for (var i = 0; i < Names.Length; i++)
            {
                if (Names[i].Length > 0) yield return KeyValuePair.Create(Names[i], IsGreedy(i) ? string.Join('/', segments[i..]) : segments[i]);
            }
        }

        private bool IsGreedy(int index) => index == Names.Length - 1 && Resource.Path.EndsWith("+}", StringComparison.Ordinal);
    }
}

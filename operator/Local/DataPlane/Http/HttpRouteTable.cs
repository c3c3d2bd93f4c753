using DirectRoute.Core.Collections;
using DirectRoute.Core.Model;
using DirectRoute.Local.DataPlane.Stages;

namespace DirectRoute.Local.DataPlane.Http;

/// <summary>
/// Finds the route of a request as API Gateway documents it: a path that matches in full, else the longest greedy one, else <c>$default</c>; where two paths match
/// in full, a fixed segment goes before a variable. Only routes that serve the method count, and a method goes before ANY. A slash at the end is a segment of its own.
/// </summary>
internal sealed class HttpRouteTable
{
    private readonly Node root = new();
    private readonly ServedRoute? fallback;

    public HttpRouteTable(IEnumerable<ServedRoute> routes)
    {
        foreach (var route in routes)
        {
            if (route.Key == RouteModel.DefaultPath) fallback = route;
            else Add(route);
        }
    }

    /// <summary>The route, or null when none serves the method and path.</summary>
    public RouteMatch? Find(string method, string path)
    {
        var segments = Segments(path);
        var search = new Search(method, segments);
        if ((search.Full(root, 0) ?? search.Greedy(root, 0)) is { } found) return Match(found, found.Bound(segments));
        return fallback is null ? null : Match(fallback, default);
    }

    private static RouteMatch Match(Leaf leaf, ValueMap<string> parameters) => Match(leaf.Route, parameters);

    private static RouteMatch Match(ServedRoute route, ValueMap<string> parameters) => new(route, route.ResourceId, route.Path, parameters);

    private static string[] Segments(string path)
    {
        var trimmed = path.StartsWith('/') ? path[1..] : path;
        return trimmed.Length == 0 ? [] : trimmed.Split('/').Select(Uri.UnescapeDataString).ToArray();
    }

    private void Add(ServedRoute route)
    {
        if (route.Key.Split(' ', 2) is not [var method, var path]) return;
        var node = root;
        List<string> names = [];
        foreach (var segment in Segments(path))
        {
            var variable = segment is ['{', .. var inner, '}'] ? inner : "";
            names.Add(variable.TrimEnd('+'));
            node = variable.Length == 0 ? node.Child(segment) : variable.EndsWith('+') ? node.Greedy ??= new Node() : node.Variable ??= new Node();
        }
        node.Leaves[method] = new Leaf(route, [.. names]);
    }

    /// <summary>One look into the tree. It goes no deeper than the routes themselves, however long the path is, and takes no more steps than there are routes.</summary>
    private readonly struct Search(string method, string[] segments)
    {
        public Leaf? Full(Node node, int at)
        {
            if (at == segments.Length) return node.Leaf(method);
            if (node.Fixed.TryGetValue(segments[at], out var next) && Full(next, at + 1) is { } exact) return exact;
            return segments[at].Length > 0 && node.Variable is { } variable ? Full(variable, at + 1) : null;
        }

        /// <summary>The longest greedy path. Its variable takes at least one character.</summary>
        public Leaf? Greedy(Node node, int at)
        {
            if (at == segments.Length) return null;
            var deeper = Longer(
                node.Fixed.TryGetValue(segments[at], out var next) ? Greedy(next, at + 1) : null,
                segments[at].Length > 0 && node.Variable is { } variable ? Greedy(variable, at + 1) : null);
            return deeper ?? (at == segments.Length - 1 && segments[at].Length == 0 ? null : node.Greedy?.Leaf(method));
        }

        private static Leaf? Longer(Leaf? first, Leaf? second) => second is null || first?.Length >= second.Length ? first : second;
    }

    private sealed class Node
    {
        public Dictionary<string, Node> Fixed { get; } = new(StringComparer.Ordinal);
        public Node? Variable { get; set; }
        public Node? Greedy { get; set; }

        /// <summary>By method.</summary>
        public Dictionary<string, Leaf> Leaves { get; } = new(StringComparer.Ordinal);

        public Node Child(string segment) => Fixed.TryGetValue(segment, out var child) ? child : Fixed[segment] = new Node();

        public Leaf? Leaf(string method) => Leaves.GetValueOrDefault(method) ?? Leaves.GetValueOrDefault(nameof(Core.Manifests.RouteMethod.ANY));
    }

    /// <param name="Names">The variable of each segment; empty for a fixed one. The last is greedy when the path is.</param>
    private sealed record Leaf(ServedRoute Route, string[] Names)
    {
        private readonly bool isGreedy = Route.Path.EndsWith("+}", StringComparison.Ordinal);

        public int Length => Names.Length;

        public ValueMap<string> Bound(string[] segments) => Pairs(segments).ToValueMap();

        private IEnumerable<KeyValuePair<string, string>> Pairs(string[] segments)
        {
            for (var i = 0; i < Names.Length; i++)
            {
                if (Names[i].Length > 0) yield return KeyValuePair.Create(Names[i], isGreedy && i == Names.Length - 1 ? string.Join('/', segments[i..]) : segments[i]);
            }
        }
    }
}

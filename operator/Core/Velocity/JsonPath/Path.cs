using DirectRoute.Core.Velocity.Java;
using DirectRoute.Core.Velocity.Parsing;
using DirectRoute.Core.Velocity.Runtime;

namespace DirectRoute.Core.Velocity.JsonPath;

/// <summary>What reading a JSONPath gave: the path, or the fault.</summary>
internal sealed record PathParse(Path? Path, string? Fault);

/// <summary>A JSONPath. A definite one leads to a value or to nothing; any other to the list of all that it finds.</summary>
/// <param name="segments">Its steps.</param>
internal sealed class Path(PathSegment[] segments)
{
    /// <summary>Whether it leads to at most one value.</summary>
    public bool IsDefinite { get; } = Array.TrueForAll(segments, s => s.IsDefinite) || segments is [.., FunctionSegment];

    /// <summary>The value; false when there is none.</summary>
    public bool TryRead(object? root, RenderScope scope, out object? value) => TryRead(root, root, scope, out value);

    /// <summary>The value as seen from another than the root, as in filters.</summary>
    public bool TryRead(object? current, object? root, RenderScope scope, out object? value)
    {
        var count = segments is [.., FunctionSegment] ? segments.Length - 1 : segments.Length;
        var found = new List<object?>();
        var walk = new PathWalk(segments.AsMemory(0, count), root, scope, found);
        walk.Take(current, 0);
        var definite = Array.TrueForAll(segments[..count], s => s.IsDefinite);
        value = definite ? found.Count > 0 ? found[0] : null : AsList(found);
        var exists = !definite || found.Count > 0;
        return segments is [.., FunctionSegment function] ? exists && PathFunctions.TryApply(function.Name, value, out value) : exists;
    }

    private static JavaList AsList(List<object?> found)
    {
        var list = new JavaList(ListKind.JsonArray, found.Count);
        list.Items.AddRange(found);
        return list;
    }
}

/// <summary>One walk along a path.</summary>
internal readonly struct PathWalk(ReadOnlyMemory<PathSegment> segments, object? root, RenderScope scope, List<object?> found)
{
    public void Take(object? value, int index)
    {
        if (!scope.Spend(1, new Position(1, 1), "JSONPath")) return;
        if (index == segments.Length)
        {
            found.Add(value);
            return;
        }
        switch (segments.Span[index])
        {
            case NameSegment { Names: [var name] } when value is JavaMap map:
                if (map.ContainsKey(name)) Take(map.Get(name), index + 1);
                break;
            case NameSegment names when value is JavaMap map:
                Several(names, map, index);
                break;
            case IndexSegment indexes when value is JavaList list:
                foreach (var i in indexes.Indexes)
                {
                    var at = i < 0 ? list.Items.Count + i : i;
                    if (at >= 0 && at < list.Items.Count) Take(list.Items[at], index + 1);
                }
                break;
            case SliceSegment slice when value is JavaList list:
                var (from, to) = Bounds(slice, list.Items.Count);
                for (var i = from; i < to; i++) Take(list.Items[i], index + 1);
                break;
            case WildcardSegment:
                foreach (var child in Children(value)) Take(child, index + 1);
                break;
            case FilterSegment filter:
                Select(filter.Filter, value, index);
                break;
            case ScanSegment:
                Scan(value, index + 1, 0);
                break;
        }
    }

    private void Several(NameSegment names, JavaMap map, int index)
    {
        if (index + 1 < segments.Length)
        {
            foreach (var name in names.Names) if (map.ContainsKey(name)) Take(map.Get(name), index + 1);
            return;
        }
        var merged = new JavaMap(names.Names.Length);
        foreach (var name in names.Names) if (map.ContainsKey(name)) merged.Put(name, map.Get(name));
        found.Add(merged);
    }

    private void Select(Filter filter, object? value, int index)
    {
        if (value is JavaMap)
        {
            if (filter.Holds(value, root, scope)) Take(value, index + 1);
            return;
        }
        foreach (var child in Children(value)) if (filter.Holds(child, root, scope)) Take(child, index + 1);
    }

    /// <summary>The steps after <c>..</c> from here, then from each child.</summary>
    private void Scan(object? value, int index, int depth)
    {
        if (value is not (JavaMap or JavaList) || depth > RenderLimits.ValueDepth || index >= segments.Length) return;
        if (!scope.Spend(1, new Position(1, 1), "JSONPath")) return;
        // A filter looks at the elements of lists only, so that no value is found twice.
        if (segments.Span[index] is not FilterSegment || value is JavaList) Take(value, index);
        foreach (var child in Children(value)) Scan(child, index, depth + 1);
    }

    private static IEnumerable<object?> Children(object? value) => value switch
    {
        JavaMap map => Enumerable.Range(0, map.Count).Select(i => map.At(i).Value),
        JavaList list => list.Items,
        _ => [],
    };

    private static (int From, int To) Bounds(SliceSegment slice, int count)
    {
        var from = slice.From switch { null => 0, < 0 => Math.Max(0, count + slice.From.Value), _ => slice.From.Value };
        var to = slice.To switch { null => count, < 0 => count + slice.To.Value, _ => Math.Min(count, slice.To.Value) };
        return (from, to);
    }
}

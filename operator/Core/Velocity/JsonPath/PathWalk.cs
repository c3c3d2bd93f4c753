using DirectRoute.Core.Velocity.Java;
using DirectRoute.Core.Velocity.Runtime;

namespace DirectRoute.Core.Velocity.JsonPath;

/// <summary>One walk along a path.</summary>
/// <param name="steps">The path.</param>
/// <param name="definite">How many of the steps lead to one value each: what these miss makes the whole path lead nowhere.</param>
/// <param name="root">What <c>$</c> means in a filter.</param>
/// <param name="scope">Pays for the steps.</param>
internal sealed class PathWalk(PathSegment[] steps, int definite, object? root, RenderScope scope)
{
    public List<object?> Found { get; } = [];

    /// <summary>A step that should have led to one value led nowhere.</summary>
    public bool IsLost { get; private set; }

    public void Take(object? value, int index)
    {
        if (!scope.Spend(1)) return;
        if (index == steps.Length)
        {
            Found.Add(value);
            return;
        }
        switch (steps[index])
        {
            case NameSegment { Names: [var name] } when value is JavaMap map && map.ContainsKey(name):
                Take(map.Get(name), index + 1);
                break;
            case NameSegment { Names.Length: > 1 } names when value is JavaMap map:
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
            default:
                IsLost |= index <= definite;
                break;
        }
    }

    private void Several(NameSegment names, JavaMap map, int index)
    {
        if (index + 1 < steps.Length)
        {
            foreach (var name in names.Names)
            {
                if (map.ContainsKey(name)) Take(map.Get(name), index + 1);
            }
            return;
        }
        var merged = new JavaMap(names.Names.Length);
        foreach (var name in names.Names)
        {
            if (map.ContainsKey(name)) merged.Put(name, map.Get(name));
        }
        Found.Add(merged);
    }

    private void Select(Filter filter, object? value, int index)
    {
        if (value is JavaMap)
        {
            if (filter.Holds(value, root, scope)) Take(value, index + 1);
            return;
        }
        foreach (var child in Children(value))
        {
            if (filter.Holds(child, root, scope)) Take(child, index + 1);
        }
    }

    /// <summary>The steps after <c>..</c> from here, where the first of them fits, then from each child.</summary>
    private void Scan(object? value, int index, int depth)
    {
        if (value is not (JavaMap or JavaList) || depth > RenderLimits.ValueDepth || index >= steps.Length) return;
        if (!scope.Spend(1)) return;
        if (Fits(steps[index], value))
        {
            // Jayway's own: below a list, a step that is not the last takes every element.
            if (value is JavaList list && index + 1 < steps.Length) foreach (var item in list.Items) Take(item, index + 1);
            else Take(value, index);
        }
        foreach (var child in Children(value)) Scan(child, index, depth + 1);
    }

    private bool Fits(PathSegment step, object value) => step switch
    {
        NameSegment names => value is JavaMap map && Array.TrueForAll(names.Names, map.ContainsKey),
        IndexSegment or SliceSegment => value is JavaList,
        FilterSegment filter => filter.Filter.Holds(value, root, scope),
        _ => true,
    };

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

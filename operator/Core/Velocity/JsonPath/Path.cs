using DirectRoute.Core.Velocity.Java;
using DirectRoute.Core.Velocity.Runtime;

namespace DirectRoute.Core.Velocity.JsonPath;

/// <summary>What reading a JSONPath gave: the path, or the fault.</summary>
internal sealed record PathParse(Path? Path, string? Fault);

/// <summary>A JSONPath. A definite one leads to a value or to nothing; any other to the list of all that it finds.</summary>
internal sealed class Path
{
    private readonly PathSegment[] steps;
    private readonly FunctionSegment? function;

    public Path(PathSegment[] segments)
    {
        function = segments is [.., FunctionSegment last] ? last : null;
        steps = function is null ? segments : segments[..^1];
        IsDefinite = DefiniteSteps(steps) == steps.Length;
    }

    /// <summary>Whether it leads to at most one value.</summary>
    public bool IsDefinite { get; }

    /// <summary>The value; false when there is none.</summary>
    public bool TryRead(object? root, RenderScope scope, out object? value) => TryRead(root, root, scope, out value);

    /// <summary>The value as seen from another than the root, as in filters.</summary>
    public bool TryRead(object? current, object? root, RenderScope scope, out object? value)
    {
        var walk = new PathWalk(steps, DefiniteSteps(steps), root, scope);
        walk.Take(current, 0);
        var exists = IsDefinite ? walk.Found.Count > 0 : !walk.IsLost;
        value = !exists ? null : IsDefinite ? walk.Found[0] : AsList(walk.Found);
        return function is null ? exists : exists && PathFunctions.TryApply(function.Name, value, out value);
    }

    /// <summary>How many steps there are before the first that may lead to several values.</summary>
    private static int DefiniteSteps(PathSegment[] steps)
    {
        var count = 0;
        while (count < steps.Length && steps[count].IsDefinite && (steps[count] is not NameSegment { Names.Length: > 1 } || count == steps.Length - 1)) count++;
        return count;
    }

    private static JavaList AsList(List<object?> found)
    {
        var list = new JavaList(ListKind.JsonArray, found.Count);
        list.Items.AddRange(found);
        return list;
    }
}

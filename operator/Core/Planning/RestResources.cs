using DirectRoute.Core.Collections;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Planning;

/// <summary>Which resources a REST API lacks and which it has too many: a resource is there for a route at it or below it, and the root always.</summary>
internal sealed class RestResources
{
    private readonly HashSet<string> going;

    public RestResources(ObservedApi? observed, ValueList<RouteModel> effective)
    {
        var needed = effective.SelectMany(r => WithParents(r.Path)).ToHashSet(StringComparer.Ordinal);
        IEnumerable<string> existing = observed is null ? ["/"] : observed.ResourceIds.Keys;
        // In ordinal order a parent precedes its children.
        Missing = needed.Except(existing, StringComparer.Ordinal).Where(p => p != "/").Order(StringComparer.Ordinal).ToValueList();
        going = existing.Where(p => p != "/" && !needed.Contains(p)).ToHashSet(StringComparer.Ordinal);
        var deepestFirst = going.OrderDescending(StringComparer.Ordinal).ToList();
        var blockers = going.Where(Blocks).ToList();
        Blocking = deepestFirst.Where(p => blockers.Exists(b => IsAtOrBelow(p, b))).ToValueList();
        Surplus = deepestFirst.Except(Blocking, StringComparer.Ordinal).ToValueList();
    }

    /// <summary>To be made, parents first.</summary>
    public ValueList<string> Missing { get; }

    /// <summary>To be deleted before anything is made, deepest first: a parent can have one path variable only, so one that is renamed must go first.</summary>
    public ValueList<string> Blocking { get; }

    /// <summary>To be deleted after all is made, deepest first.</summary>
    public ValueList<string> Surplus { get; }

    /// <summary>Whether the resource at a path is deleted, and its methods with it.</summary>
    public bool Goes(string path) => going.Contains(path);

    /// <summary>The parent of a path; the root's own is null.</summary>
    public static string? Parent(string path)
    {
        if (path == "/") return null;
        var slash = path.LastIndexOf('/');
        return slash == 0 ? "/" : path[..slash];
    }

    /// <summary>The last segment of a path.</summary>
    public static string LastSegment(string path) => path[(path.LastIndexOf('/') + 1)..];

    private bool Blocks(string path) => IsVariable(path) && Missing.Any(m => IsVariable(m) && Parent(m) == Parent(path));

    private static bool IsVariable(string path) => LastSegment(path).StartsWith('{');

    private static bool IsAtOrBelow(string path, string ancestor) =>
        path == ancestor || path.StartsWith($"{ancestor}/", StringComparison.Ordinal);

    private static IEnumerable<string> WithParents(string path)
    {
        for (var current = path; current is not null; current = Parent(current)) yield return current;
    }
}

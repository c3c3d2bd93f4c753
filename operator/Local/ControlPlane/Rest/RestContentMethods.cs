using DirectRoute.Local.State;

namespace DirectRoute.Local.ControlPlane.Rest;

/// <summary>All methods of a content.</summary>
internal static class RestContentMethods
{
    /// <summary>In ordinal order of path, then of method.</summary>
    public static IEnumerable<FoundMethod> Methods(this RestContent content) =>
        from resource in content.Resources.Values.OrderBy(r => r.Path, StringComparer.Ordinal)
        from method in resource.ResourceMethods?.Values ?? []
        select new FoundMethod(resource, method);
}

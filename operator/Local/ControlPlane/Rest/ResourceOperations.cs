using System.Collections.Immutable;
using DirectRoute.Local.ControlPlane.Patching;
using DirectRoute.Local.Protocol;
using DirectRoute.Local.State;

namespace DirectRoute.Local.ControlPlane.Rest;

/// <summary>Operations on resources: the tree of paths.</summary>
internal static class ResourceOperations
{
    private static readonly Patcher<RestResource> Patcher = new(
        "updateResourceInput", RestJson.Default.RestResource, PatchWording.Short, PatchRule.Replace("/pathPart"), PatchRule.Replace("/parentId"));

    public static Answer Create(OperationCall call) => (
        from request in call.Read(RestJson.Default.CreateResource)
        from parent in call.Resource()
        from part in (request.PathPart ?? "").Unless(ResourceRules.Refusal(request.PathPart, parent, call.Content().Resources.Values))
        select call.Keep(new RestResource { Id = Ids.Part(), ParentId = parent.Id, PathPart = part, Path = PathOf(parent, part) }))
        .Answer(201, RestJson.Default.RestResource);

    public static Answer Get(OperationCall call) => call.Resource().Select(r => Shown(r, call)).Answer(200, RestJson.Default.RestResource);

    public static Answer List(OperationCall call) => (
        from api in call.Api()
        select Paging.Page(api.Content.Resources.Values.OrderBy(r => r.Path, StringComparer.Ordinal).Select(r => Shown(r, call)), call.Query))
        .Answer(200, RestJson.Default.Resources);

    public static Answer Update(OperationCall call) => (
        from patch in call.Read(RestJson.Default.PatchRequest)
        from found in call.Resource()
        from before in found.Unless(ResourceRules.RootRefusal(found, patch))
        from after in Patcher.Apply(before with { ResourceMethods = null }, patch)
        let resources = call.Content().Resources
        from parent in resources.GetValueOrDefault(after.ParentId ?? "").Or(Answer.NotFound("Invalid Resource identifier specified"))
        from part in (after.PathPart ?? "").Unless(ResourceRules.Refusal(after.PathPart, parent, resources.Values.Where(r => r.Id != before.Id)))
        from outside in parent.Unless(parent == before || IsBeneath(parent, before) ? Answer.BadRequest("Invalid parent resource specified") : null) // not recorded
        select Move(call, before with { ParentId = outside.Id, PathPart = part, Path = PathOf(outside, part) })).Answer(200, RestJson.Default.RestResource);

    public static Answer Delete(OperationCall call) => (
        from found in call.Resource()
        from resource in found.Unless(found.ParentId is null ? Answer.BadRequest("Root resource cannot be deleted.") : null) // not recorded
        select Remove(call, resource)).Answer(202);

    private static RestResource Move(OperationCall call, RestResource moved)
    {
        call.Keep(content => Moved(content, moved));
        return Shown(moved, call);
    }

    private static RestResource Remove(OperationCall call, RestResource resource)
    {
        call.Keep(content => content with
        {
            Resources = content.Resources.RemoveRange(content.Resources.Values.Where(r => r == resource || IsBeneath(r, resource)).Select(r => r.Id!)),
        });
        return resource;
    }

    /// <summary>The paths of all that lies beneath follow.</summary>
    private static RestContent Moved(RestContent content, RestResource moved)
    {
        var before = content.Resources[moved.Id!];
        var resources = content.Resources.SetItem(moved.Id!, moved);
        foreach (var child in content.Resources.Values.Where(r => IsBeneath(r, before)))
            resources = resources.SetItem(child.Id!, child with { Path = moved.Path + child.Path![before.Path!.Length..] });
        return content with { Resources = resources };
    }

    private static bool IsBeneath(RestResource resource, RestResource ancestor) => resource.Path!.StartsWith(ancestor.Path + "/", StringComparison.Ordinal);

    public static string PathOf(RestResource parent, string part) => parent.Path == "/" ? $"/{part}" : $"{parent.Path}/{part}";

    /// <summary>Recorded on AWS: methods are empty objects unless they are asked for, and there is no member where there are none.</summary>
    private static RestResource Shown(RestResource resource, OperationCall call)
    {
        if (resource.ResourceMethods is not { Count: > 0 } methods) return resource with { ResourceMethods = null };
        return call.Query["embed"].Contains("methods") ? resource : resource with { ResourceMethods = methods.ToImmutableSortedDictionary(m => m.Key, _ => new RestMethod(), StringComparer.Ordinal) };
    }
}

using System.Collections.Immutable;
using DirectRoute.Local.ControlPlane.Patching;
using DirectRoute.Local.Protocol;
using DirectRoute.Local.State;

namespace DirectRoute.Local.ControlPlane.Rest;

/// <summary>Operations on resources: the tree of paths.</summary>
internal static class ResourceOperations
{
    private static readonly Patcher<RestResource> Patcher = new(
        RestJson.Default.RestResource, new PatchRule("/pathPart", PatchValue.Text, "replace"), new PatchRule("/parentId", PatchValue.Text, "replace"));

    public static Answer Create(OperationCall call)
    {
        if (!call.TryRead(RestJson.Default.CreateResource, out var request, out var error)) return error;
        if (!call.TryFindResource(out var parent, out error)) return error;
        var resources = call.Region.RestApis[call.Path["restapi_id"]].Content.Resources.Values;
        if (Refusal(request.PathPart, parent, resources) is { } refusal) return refusal;
        var resource = new RestResource { Id = Ids.Part(), ParentId = parent.Id, PathPart = request.PathPart, Path = PathOf(parent, request.PathPart!) };
        call.Replace(resource);
        return Answer.Json(201, resource, RestJson.Default.RestResource);
    }

    public static Answer Get(OperationCall call) =>
        call.TryFindResource(out var resource, out var error) ? Answer.Json(200, Shown(resource, call), RestJson.Default.RestResource) : error;

    public static Answer List(OperationCall call)
    {
        if (!call.TryFindApi(out var api, out var error)) return error;
        var (items, position) = Paging.Page(api.Content.Resources.Values.OrderBy(r => r.Path, StringComparer.Ordinal), call.Query);
        return Answer.Json(200, new Page<RestResource>([.. items.Select(r => Shown(r, call))], position), RestJson.Default.Resources);
    }

    public static Answer Update(OperationCall call)
    {
        if (!call.TryRead(RestJson.Default.PatchRequest, out var patch, out var error)) return error;
        if (!call.TryFindResource(out var before, out error)) return error;
        if (before.ParentId is null && patch.PatchOperations is [{ Path: ['/', .. var field] }, ..])
            return Answer.BadRequest($"Root resource cannot update its {field}.");
        if (!Patcher.TryApply(before with { ResourceMethods = null }, patch.PatchOperations, "updateResourceInput", out var after, out error)) return error;
        var resources = call.Region.RestApis[call.Path["restapi_id"]].Content.Resources;
        if (!resources.TryGetValue(after.ParentId!, out var parent)) return Answer.NotFound("Invalid Resource identifier specified");
        if (Refusal(after.PathPart, parent, resources.Values.Where(r => r.Id != before.Id)) is { } refusal) return refusal;
        var moved = before with { ParentId = after.ParentId, PathPart = after.PathPart, Path = PathOf(parent, after.PathPart!) };
        call.Replace(content => Moved(content, moved));
        return Answer.Json(200, Shown(moved, call), RestJson.Default.RestResource);
    }

    public static Answer Delete(OperationCall call)
    {
        if (!call.TryFindResource(out var resource, out var error)) return error;
        if (resource.ParentId is null) return Answer.BadRequest("Root resource cannot be deleted.");
        call.Replace(content => content with
        {
            Resources = content.Resources.RemoveRange(content.Resources.Values.Where(r => r == resource || IsBeneath(r, resource)).Select(r => r.Id!)),
        });
        return Answer.Empty(202);
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

    private static string PathOf(RestResource parent, string part) => parent.Path == "/" ? $"/{part}" : $"{parent.Path}/{part}";

    private static Answer? Refusal(string? part, RestResource parent, IEnumerable<RestResource> resources)
    {
        if (string.IsNullOrEmpty(part) || part.Any(c => !IsPathCharacter(c)))
            return Answer.BadRequest("Resource's path part only allow a-zA-Z0-9._-: or a valid greedy path variable and curly braces at the beginning and the end.");
        if (IsGreedy(parent.PathPart)) return Answer.BadRequest($"Cannot create a child of a resource with a greedy path variable: {parent.PathPart}");
        var siblings = resources.Where(r => r.ParentId == parent.Id).ToList();
        if (siblings.Exists(s => s.PathPart == part)) return Answer.Conflict("Another resource with the same parent already has this name: " + part);
        return IsVariable(part) && siblings.Find(s => IsVariable(s.PathPart)) is { } variable
            ? Answer.BadRequest($"A sibling ({variable.PathPart}) of this resource already has a variable path part -- only one is allowed")
            : null;
    }

    private static bool IsPathCharacter(char c) => char.IsAsciiLetterOrDigit(c) || "._-:{}+$@~!*'(),;=&%".Contains(c, StringComparison.Ordinal);

    private static bool IsVariable(string? part) => part is ['{', .., '}'];

    private static bool IsGreedy(string? part) => part is ['{', .., '+', '}'];

    /// <summary>Recorded on AWS: methods are empty objects unless they are asked for, and there is no member where there are none.</summary>
    private static RestResource Shown(RestResource resource, OperationCall call)
    {
        if (resource.ResourceMethods is not { Count: > 0 } methods) return resource with { ResourceMethods = null };
        return call.Query["embed"].Contains("methods") ? resource : resource with { ResourceMethods = methods.ToImmutableSortedDictionary(m => m.Key, _ => new RestMethod(), StringComparer.Ordinal) };
    }
}

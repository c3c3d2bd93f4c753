using DirectRoute.Local.ControlPlane.Patching;
using DirectRoute.Local.Protocol;

namespace DirectRoute.Local.ControlPlane.Rest;

/// <summary>What AWS refuses of a resource, in its own words as recorded.</summary>
internal static class ResourceRules
{
    public static Answer? RootRefusal(RestResource resource, PatchRequest patch) =>
        resource.ParentId is null && patch.PatchOperations is [{ Path: ['/', .. var field] }, ..] ? Answer.BadRequest($"Root resource cannot update its {field}.") : null;

    /// <summary>What is against a resource of this name among these.</summary>
    public static Answer? Refusal(string? part, RestResource parent, IEnumerable<RestResource> resources)
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
}

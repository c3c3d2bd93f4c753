using System.Text.Json.Nodes;

namespace DirectRoute.Charts.Tests;

/// <summary>Something that somebody might want of the API server.</summary>
/// <param name="Verb">Such as <c>get</c>.</param>
/// <param name="Resource">The plural name, with <c>.group</c> behind it unless the group is the core one, and <c>/subresource</c> if it is about that.</param>
/// <param name="Name">One object; null is any.</param>
/// <param name="Namespace">Null is the installation's.</param>
internal sealed record AccessRequest(string Verb, string Resource, string? Name = null, string? Namespace = null)
{
    /// <summary>Every verb on every resource; both are separated by spaces.</summary>
    public static IEnumerable<AccessRequest> Each(string verbs, string resources, string? name = null, string? ns = null) =>
        from resource in resources.Split(' ')
        from verb in verbs.Split(' ')
        select new AccessRequest(verb, resource, name, ns);

    /// <summary>The question to the API server, which answers it whether or not it serves the resource.</summary>
    public JsonObject ReviewFor(string user, string ns)
    {
        var parts = Resource.Split('/');
        var dot = parts[0].IndexOf('.', StringComparison.Ordinal);
        return new JsonObject
        {
            ["apiVersion"] = "authorization.k8s.io/v1",
            ["kind"] = "SubjectAccessReview",
            ["spec"] = new JsonObject
            {
                ["user"] = user,
                ["resourceAttributes"] = new JsonObject
                {
                    ["verb"] = Verb,
                    ["group"] = dot < 0 ? "" : parts[0][(dot + 1)..],
                    ["resource"] = dot < 0 ? parts[0] : parts[0][..dot],
                    ["subresource"] = parts.Length > 1 ? parts[1] : "",
                    ["name"] = Name ?? "",
                    ["namespace"] = Namespace ?? ns,
                },
            },
        };
    }
}

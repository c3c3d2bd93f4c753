using System.Text.Json.Nodes;

namespace DirectRoute.Local.ControlPlane;

/// <summary>What becomes of <c>null</c> in a body.</summary>
internal static class Nulls
{
    /// <summary>Takes members that are null away, for they are not set, and tells whether that is all: a list cannot hold null. A template can be null.</summary>
    public static bool AreHarmless(JsonNode? node) => node switch
    {
        JsonArray array => array.All(e => e is not null && AreHarmless(e)),
        JsonObject json => WithoutNulls(json).All(m => m.Key is "requestTemplates" or "responseTemplates" || AreHarmless(m.Value)),
        _ => true,
    };

    private static JsonObject WithoutNulls(JsonObject json)
    {
        foreach (var name in json.Where(m => m.Value is null).Select(m => m.Key).ToList()) json.Remove(name);
        return json;
    }
}

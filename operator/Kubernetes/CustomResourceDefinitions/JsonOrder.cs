using System.Text.Json.Nodes;

namespace DirectRoute.Kubernetes.CustomResourceDefinitions;

/// <summary>Puts the members of every object into the order of their names, as the API server shows them; lists keep theirs.</summary>
internal static class JsonOrder
{
    public static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject map => new JsonObject(map.OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => KeyValuePair.Create(m.Key, Sorted(m.Value)))),
        JsonArray array => new JsonArray([.. array.Select(Sorted)]),
        _ => node?.DeepClone(),
    };
}

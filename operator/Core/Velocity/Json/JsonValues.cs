using System.Text.Json;
using System.Text.Json.Nodes;
using DirectRoute.Core.Velocity.Java;
using DirectRoute.Core.Velocity.Runtime;

namespace DirectRoute.Core.Velocity.Json;

/// <summary>Values of a template from JSON that this process holds already.</summary>
internal static class JsonValues
{
    public static JavaMap MapOf(JsonObject json) => MapOf(json, 0);

    private static JavaMap MapOf(JsonObject json, int depth)
    {
        var map = new JavaMap(json.Count);
        foreach (var (name, value) in json) map.Put(name, Of(value, depth + 1));
        return map;
    }

    /// <summary>What nests deeper than any value may is left out.</summary>
    private static object? Of(JsonNode? node, int depth)
    {
        switch (node)
        {
            case JsonObject json when depth < RenderLimits.ValueDepth: return MapOf(json, depth);
            case JsonArray array when depth < RenderLimits.ValueDepth:
                var list = new JavaList(ListKind.JsonArray, array.Count);
                foreach (var item in array) list.Items.Add(Of(item, depth + 1));
                return list;
            case JsonValue value: return Scalar(value);
            default: return null;
        }
    }

    private static object? Scalar(JsonValue value) => value.GetValueKind() switch
    {
        JsonValueKind.String => value.TryGetValue<string>(out var text) ? text : value.ToString(),
        JsonValueKind.True => JavaNumbers.Box(true),
        JsonValueKind.False => JavaNumbers.Box(false),
        JsonValueKind.Number => value.TryGetValue<int>(out var small) ? JavaNumbers.Box(small)
            : value.TryGetValue<long>(out var large) ? large
            : JsonSmartReader.Read($"[{value.ToJsonString()}]", out _) is JavaList { Items: [var number] } ? number : null,
        _ => null,
    };
}

using System.Text.Json;
using System.Text.Json.Nodes;
using DirectRoute.Core.Gateway;

namespace DirectRoute.Core.RouteTests;

/// <summary>Trees of manifests as values.</summary>
internal static class JsonTrees
{
    /// <summary>The value; null when it nests too deep, or holds text that is no Unicode.</summary>
    public static JsonElement? Read(JsonNode? tree) => TextOf(tree) is { } text ? BoundedJson.Parse(text) : null;

    /// <summary>A text as it is, anything else as JSON; null when it cannot be written.</summary>
    public static string? BodyOf(JsonNode? tree) => Read(tree) is not { } value ? null : value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText();

    /// <summary>A tree of its own, of which the last of several members of one name stays.</summary>
    public static JsonNode? Copy(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                var members = new JsonObject();
                foreach (var member in value.EnumerateObject()) members[member.Name] = Copy(member.Value);
                return members;
            case JsonValueKind.Array:
                return new JsonArray([.. value.EnumerateArray().Select(Copy)]);
            default:
                return JsonValue.Create(value);
        }
    }

    private static string? TextOf(JsonNode? tree)
    {
        try
        {
            return tree is null ? "null" : tree.ToJsonString();
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }
}

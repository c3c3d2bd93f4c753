using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using DirectRoute.Core.Gateway;

namespace DirectRoute.Core.RouteTests;

/// <summary>Trees of manifests as values.</summary>
internal static class JsonTrees
{
    /// <summary>A person wrote the tree and reads it again in a message: only what must be is escaped.</summary>
    private static readonly JsonWriterOptions AsWritten = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The value; null when it nests too deep. Half a surrogate pair becomes U+FFFD.</summary>
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
        if (tree is null) return "null";
        try
        {
            var text = new ArrayBufferWriter<byte>();
            using (var writer = new Utf8JsonWriter(text, AsWritten)) tree.WriteTo(writer);
            return Encoding.UTF8.GetString(text.WrittenSpan);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }
}

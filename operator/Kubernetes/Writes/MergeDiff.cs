using System.Text.Json;

namespace DirectRoute.Kubernetes.Writes;

/// <summary>The RFC 7386 merge patch between two documents: only what differs, null for what goes, lists as a whole. Members that neither document has are left alone.</summary>
internal static class MergeDiff
{
    /// <summary>Writes the patch that turns <paramref name="old"/> into <paramref name="current"/>; both are objects.</summary>
    public static void Write(Utf8JsonWriter writer, JsonElement old, JsonElement current)
    {
        writer.WriteStartObject();
        foreach (var member in current.EnumerateObject()) WriteMember(writer, member, old);
        foreach (var member in old.EnumerateObject().Where(m => !current.TryGetProperty(m.Name, out _))) writer.WriteNull(member.Name);
        writer.WriteEndObject();
    }

    private static void WriteMember(Utf8JsonWriter writer, JsonProperty member, JsonElement old)
    {
        var isKnown = old.TryGetProperty(member.Name, out var before);
        if (isKnown && JsonElement.DeepEquals(before, member.Value)) return;
        writer.WritePropertyName(member.Name);
        if (member.Value.ValueKind != JsonValueKind.Object) member.Value.WriteTo(writer);
        else Write(writer, isKnown && before.ValueKind == JsonValueKind.Object ? before : Nothing, member.Value);
    }

    /// <summary>An object without members.</summary>
    public static JsonElement Nothing { get; } = JsonDocument.Parse("{}").RootElement;
}

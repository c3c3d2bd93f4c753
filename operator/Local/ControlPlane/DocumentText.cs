using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DirectRoute.Local.Protocol;
using DirectRoute.Yaml;

namespace DirectRoute.Local.ControlPlane;

/// <summary>The text of a document: JSON or YAML, whichever it begins like.</summary>
internal static class DocumentText
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 256 };

    /// <summary>The same document in JSON. Text that begins like JSON is not looked into.</summary>
    public static Outcome<ReadOnlyMemory<byte>> ToJson(ReadOnlyMemory<byte> text)
    {
        if (IsJson(text.Span)) return text;
        try
        {
            return new ReadOnlyMemory<byte>(Encoding.UTF8.GetBytes(YamlJson.Parse(Encoding.UTF8.GetString(text.Span), "document")?.ToJsonString() ?? ""));
        }
        catch (Exception e) when (e is YamlFormatException or ArgumentException) // of half a surrogate pair
        {
            return Unreadable(e.Message);
        }
    }

    /// <summary>A document in JSON as an object.</summary>
    public static Outcome<JsonObject> Parse(ReadOnlyMemory<byte> json)
    {
        try
        {
            return (JsonNode.Parse(json.Span, documentOptions: Strict) as JsonObject).Or(Unreadable("The document is not an object"));
        }
        catch (JsonException e)
        {
            return Unreadable(e.Message);
        }
    }

    private static bool IsJson(ReadOnlySpan<byte> text) => text.TrimStart(" \t\r\n"u8) is [] or [(byte)'{', ..];

    private static Answer Unreadable(string why) => Answer.BadRequest($"Errors found during import:\n\t{why}");
}

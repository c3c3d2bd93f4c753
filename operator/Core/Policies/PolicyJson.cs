using System.Text.Json;
using System.Text.Json.Nodes;

namespace DirectRoute.Core.Policies;

/// <summary>Reads JSON that anyone may have written.</summary>
internal static class PolicyJson
{
    /// <summary>More than IAM takes for any document, white space included.</summary>
    private const int MaxLength = 131_072;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>The JSON, every text of which can be read; null for JSON's null, and for what is no JSON, too long, too deep or names a member twice.</summary>
    public static JsonNode? Read(string text)
    {
        try
        {
            if (text.Length > MaxLength) return null;
            var node = JsonNode.Parse(text, documentOptions: Strict);
            // Half a surrogate pair shows only when its text is read.
            _ = node?.ToJsonString();
            return node;
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }
}

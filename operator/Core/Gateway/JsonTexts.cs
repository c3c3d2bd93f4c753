using System.Text.Encodings.Web;
using System.Text.Json;

namespace DirectRoute.Core.Gateway;

/// <summary>JSON values as texts.</summary>
internal static class JsonTexts
{
    /// <summary>A text stands for itself, all else for its JSON as it was written; null for null.</summary>
    public static string? Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString(),
        _ => value.GetRawText(),
    };

    /// <summary>A text as a JSON string.</summary>
    public static string Quote(string text) => $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
}

using System.Text;
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

    /// <summary>A text as a JSON string. Half a surrogate pair, which JSON cannot hold, becomes U+FFFD, as it would on its way to the client.</summary>
    public static string Quote(string text) => $"\"{JsonEncodedText.Encode(Encoding.UTF8.GetBytes(text), JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
}

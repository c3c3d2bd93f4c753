using System.Text.Json;
using System.Text.Json.Nodes;

namespace DirectRoute.Local.DataPlane.Authorizers.Tokens;

/// <summary>Claims as <c>$context.authorizer.claims</c> has them: texts, whatever they were.</summary>
internal static class ClaimTexts
{
    /// <summary>The claims of a token.</summary>
    /// <param name="token">Which is believed.</param>
    /// <param name="separator">What stands between the values of a list.</param>
    /// <param name="bracketed">Whether lists stand in brackets, as in HTTP APIs.</param>
    public static JsonObject Of(JsonWebToken token, char separator, bool bracketed)
    {
        var claims = new JsonObject();
        foreach (var claim in token.Claims.EnumerateObject()) claims[claim.Name] = Text(claim.Value, separator, bracketed);
        return claims;
    }

    private static string? Text(JsonElement value, char separator, bool bracketed) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Null => null,
        JsonValueKind.Array when bracketed => $"[{Joined(value, separator)}]",
        JsonValueKind.Array => Joined(value, separator),
        _ => value.GetRawText(),
    };

    private static string Joined(JsonElement array, char separator) =>
        string.Join(separator, array.EnumerateArray().Select(v => v.ValueKind == JsonValueKind.String ? v.GetString() : v.GetRawText()));
}

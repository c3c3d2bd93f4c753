using System.Text.Json;
using DirectRoute.Core.Collections;

namespace DirectRoute.Local.DataPlane.Authorizers.Tokens;

/// <summary>What a token must say, in the order of AWS's reference. Of the words only those about the audience are documented.</summary>
internal static class TokenRules
{
    /// <summary>Why an old token is refused.</summary>
    public const string Expired = "the token has expired";

    /// <summary>Why a token is not good now for this issuer; null when it is. No time is allowed for clocks that differ.</summary>
    public static string? Refusal(JsonWebToken token, ValueList<string> issuers, DateTimeOffset now)
    {
        if (token.Text("iss") is not { } issuer || !issuers.Contains(issuer)) return "the token does not have a valid issuer";
        var seconds = now.ToUnixTimeMilliseconds() / 1000.0;
        if (Time(token, "exp") is not { } end || end <= seconds) return Expired;
        if (IsLater(token, "nbf", seconds)) return "the token is not valid yet";
        return IsLater(token, "iat", seconds) ? "the token was issued in the future" : null;
    }

    /// <summary>Whether the token is for one of these. <c>client_id</c> counts only where there is no <c>aud</c>.</summary>
    public static bool IsFor(JsonWebToken token, ValueList<string> audiences)
    {
        if (!token.Claims.TryGetProperty("aud", out var audience)) return token.Text("client_id") is { } client && audiences.Contains(client);
        return Texts(audience).Any(audiences.Contains);
    }

    /// <summary>The scopes of a token: the words of <c>scope</c>, else those of <c>scp</c>.</summary>
    public static IEnumerable<string> Scopes(JsonWebToken token) =>
        token.Claims.TryGetProperty("scope", out var scopes) || token.Claims.TryGetProperty("scp", out scopes)
            ? Texts(scopes).SelectMany(s => s.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            : [];

    private static bool IsLater(JsonWebToken token, string claim, double now) => token.Claims.TryGetProperty(claim, out _) && !(Time(token, claim) <= now);

    private static double? Time(JsonWebToken token, string claim) =>
        token.Claims.TryGetProperty(claim, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var seconds) ? seconds : null;

    private static IEnumerable<string> Texts(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Array => value.EnumerateArray().Where(v => v.ValueKind == JsonValueKind.String).Select(v => v.GetString()!),
        _ => [],
    };
}

using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using DirectRoute.Core.Gateway;

namespace DirectRoute.Local.DataPlane.Authorizers.Tokens;

/// <summary>A JSON Web Token with a signature (RFC 7519, compact form), taken apart and not believed yet.</summary>
/// <param name="Algorithm">The header's <c>alg</c>.</param>
/// <param name="KeyId">The header's <c>kid</c>.</param>
/// <param name="Claims">What the token says: an object.</param>
/// <param name="Signed">The bytes that are signed.</param>
/// <param name="Signature">The signature.</param>
internal sealed record JsonWebToken(string Algorithm, string KeyId, JsonElement Claims, ReadOnlyMemory<byte> Signed, ReadOnlyMemory<byte> Signature)
{
    /// <summary>The token, which may stand behind <c>Bearer</c>; null when the text is none, or says no algorithm or key.</summary>
    public static JsonWebToken? Parse(string text)
    {
        const string bearer = "Bearer ";
        var compact = text.StartsWith(bearer, StringComparison.OrdinalIgnoreCase) ? text[bearer.Length..].Trim() : text.Trim();
        if (compact.Split('.') is not [var head, var body, var signature]) return null;
        if (Object(head) is not { } header || Object(body) is not { } claims || Bytes(signature) is not { } signed) return null;
        if (Text(header, "alg") is not { } algorithm || Text(header, "kid") is not { } key) return null;
        return new JsonWebToken(algorithm, key, claims, Encoding.ASCII.GetBytes($"{head}.{body}"), signed);
    }

    /// <summary>A claim that is a text; null when there is none.</summary>
    public string? Text(string claim) => Text(Claims, claim);

    private static string? Text(JsonElement tree, string name) =>
        tree.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static JsonElement? Object(string part) =>
        Bytes(part) is { } bytes && BoundedJson.Parse(Encoding.UTF8.GetString(bytes)) is { ValueKind: JsonValueKind.Object } tree ? tree : null;

    private static byte[]? Bytes(string part) => Base64Url.IsValid(part) ? Base64Url.DecodeFromChars(part) : null;
}

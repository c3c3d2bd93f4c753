using System.Buffers.Text;
using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text.Json;

namespace DirectRoute.Local.DataPlane.Authorizers.Tokens;

/// <summary>An issuer's public keys by id (RFC 7517). Only RSA's count: API Gateway takes no others.</summary>
internal sealed class SigningKeys(IEnumerable<KeyValuePair<string, RSAParameters>> keys)
{
    private const int MaxKeys = 100;
    private const int MinModulusBytes = 256;

    /// <summary>What an issuer may make us reckon with: 8192 bits.</summary>
    private const int MaxModulusBytes = 1024;
    private const int MaxExponentBytes = 4;

    private readonly FrozenDictionary<string, RSAParameters> byId = keys.DistinctBy(k => k.Key).ToFrozenDictionary(StringComparer.Ordinal);

    public static SigningKeys None { get; } = new([]);

    /// <summary>The keys of a JSON Web Key Set; null when the document is none.</summary>
    public static SigningKeys? Read(JsonElement document)
    {
        if (document.ValueKind != JsonValueKind.Object || !document.TryGetProperty("keys", out var list) || list.ValueKind != JsonValueKind.Array) return null;
        return new(list.EnumerateArray().Take(MaxKeys).Select(Key).OfType<KeyValuePair<string, RSAParameters>>());
    }

    public bool Has(string keyId) => byId.ContainsKey(keyId);

    /// <summary>Why the token's signature is not its issuer's; null when it is.</summary>
    public string? Refusal(JsonWebToken token)
    {
        if (Hash(token.Algorithm) is not { } hash) return "the token's algorithm is not supported";
        if (!byId.TryGetValue(token.KeyId, out var key)) return "the token's key is not among the issuer's";
        try
        {
            using var rsa = RSA.Create(key);
            return rsa.VerifyData(token.Signed.Span, token.Signature.Span, hash, RSASignaturePadding.Pkcs1) ? null : "the token's signature is invalid";
        }
        catch (CryptographicException)
        {
            return "the issuer's key cannot be used";
        }
    }

    private static HashAlgorithmName? Hash(string algorithm) => algorithm switch
    {
        "RS256" => HashAlgorithmName.SHA256,
        "RS384" => HashAlgorithmName.SHA384,
        "RS512" => HashAlgorithmName.SHA512,
        _ => null,
    };

    private static KeyValuePair<string, RSAParameters>? Key(JsonElement key)
    {
        if (key.ValueKind != JsonValueKind.Object || Text(key, "kty") != "RSA" || Text(key, "use") is not (null or "sig") || Text(key, "kid") is not { } id) return null;
        if (Bytes(key, "n") is not { Length: >= MinModulusBytes and <= MaxModulusBytes } modulus || Bytes(key, "e") is not { Length: > 0 and <= MaxExponentBytes } exponent) return null;
        return KeyValuePair.Create(id, new RSAParameters { Modulus = modulus, Exponent = exponent });
    }

    private static byte[]? Bytes(JsonElement key, string name) => Text(key, name) is { } text && Base64Url.IsValid(text) ? Base64Url.DecodeFromChars(text) : null;

    private static string? Text(JsonElement tree, string name) =>
        tree.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

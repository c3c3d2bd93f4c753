using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using DirectRoute.Local.Tests.Services;
using Microsoft.AspNetCore.Http;

namespace DirectRoute.Local.Tests.DataPlane.Authorizers.Tokens;

/// <summary>An OpenID Connect issuer on a free port, whose tokens are signed with keys of its own.</summary>
public sealed class FakeIssuer : IAsyncDisposable
{
    // Making a key takes a while, so that all issuers share them by id.
    private static readonly ConcurrentDictionary<string, RSAParameters> Made = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RSA> keys = new(StringComparer.Ordinal);
    private FakeBackend backend = null!;

    public string Address => backend.Address.ToString().TrimEnd('/');

    /// <summary>How often its keys were asked for.</summary>
    public int Fetches => backend.Requests.Count(r => r.Target.EndsWith("/.well-known/jwks.json", StringComparison.Ordinal));

    public static async Task<FakeIssuer> StartAsync()
    {
        var issuer = new FakeIssuer();
        issuer.AddKey("first");
        issuer.backend = await FakeBackend.StartAsync(issuer.AnswerAsync);
        return issuer;
    }

    public void AddKey(string id) => keys[id] = NewKey(id);

    /// <summary>A key that no issuer has.</summary>
    public static RSA StrangeKey() => NewKey("of a stranger");

    /// <summary>A token with these claims, signed.</summary>
    public string Token(JsonObject claims, string key = "first", string algorithm = "RS256", RSA? signer = null)
    {
        var head = Part($$"""{"alg":"{{algorithm}}","kid":"{{key}}"}""");
        var signed = $"{head}.{Part(claims.ToJsonString())}";
        var hash = algorithm switch { "RS384" => HashAlgorithmName.SHA384, "RS512" => HashAlgorithmName.SHA512, _ => HashAlgorithmName.SHA256 };
        return $"{signed}.{Base64Url.EncodeToString((signer ?? keys[key]).SignData(Encoding.UTF8.GetBytes(signed), hash, RSASignaturePadding.Pkcs1))}";
    }

    public async ValueTask DisposeAsync()
    {
        await backend.DisposeAsync();
        foreach (var key in keys.Values) key.Dispose();
    }

    private static RSA NewKey(string id) => RSA.Create(Made.GetOrAdd(id, static _ =>
    {
        using var rsa = RSA.Create(2048);
        return rsa.ExportParameters(true);
    }));

    private static string Part(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));

    private Task AnswerAsync(HttpContext http)
    {
        if (http.Request.Path == "/.well-known/openid-configuration") return http.Response.WriteAsync(new JsonObject { ["jwks_uri"] = Address + "/.well-known/jwks.json" }.ToJsonString());
        var set = new JsonObject { ["keys"] = new JsonArray([.. keys.Select(k => (JsonNode)Key(k.Key, k.Value.ExportParameters(false)))]) };
        return http.Response.WriteAsync(set.ToJsonString());
    }

    private static JsonObject Key(string id, RSAParameters key) => new()
    {
        ["kty"] = "RSA",
        ["use"] = "sig",
        ["kid"] = id,
        ["n"] = Base64Url.EncodeToString(key.Modulus),
        ["e"] = Base64Url.EncodeToString(key.Exponent),
    };
}

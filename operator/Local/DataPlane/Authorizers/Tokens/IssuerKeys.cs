using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using DirectRoute.Core.Gateway;
using DirectRoute.Local.Services;

namespace DirectRoute.Local.DataPlane.Authorizers.Tokens;

/// <summary>
/// The public keys of issuers, fetched as OpenID Connect Discovery says and remembered for two hours, as in API Gateway. A token with a key that is not among them
/// makes them be fetched again, and an issuer that failed is asked again, though neither more often than a client could make a nuisance of.
/// </summary>
internal sealed class IssuerKeys(LocalOptions options) : IDisposable
{
    private const string Discovery = "/.well-known/openid-configuration";
    private const string CognitoKeys = "/.well-known/jwks.json";
    private const int MaxIssuers = 1_000;
    private const int MaxDocumentBytes = 1024 * 1024;
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(2);
    private static readonly TimeSpan Respite = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly HttpMessageInvoker client = PlainHttp.New();
    private readonly ConcurrentDictionary<string, Fetched> known = new(StringComparer.Ordinal);

    /// <summary>The keys; null when the issuer does not tell them.</summary>
    /// <param name="issuer">Its address.</param>
    /// <param name="keyId">The key that is looked for.</param>
    /// <param name="cancellationToken">Gives up waiting; the fetch goes on for others.</param>
    public async ValueTask<SigningKeys?> OfAsync(string issuer, string keyId, CancellationToken cancellationToken)
    {
        var fetched = Current(issuer, null);
        var keys = await fetched.Keys.Value.WaitAsync(cancellationToken).ConfigureAwait(false);
        if (keys?.Has(keyId) == true || options.Clock.GetUtcNow() - fetched.Start < Respite) return keys;
        var again = await Current(issuer, fetched).Keys.Value.WaitAsync(cancellationToken).ConfigureAwait(false);
        return again ?? keys;
    }

    public void Dispose() => client.Dispose();

    /// <summary>What is known, or what one request then fetches for all: when nothing is known, or it is too old, or is <paramref name="stale"/>.</summary>
    private Fetched Current(string issuer, Fetched? stale)
    {
        var now = options.Clock.GetUtcNow();
        if (known.Count >= MaxIssuers) known.Clear(); // memory stays bounded, whatever APIs name
        return known.AddOrUpdate(issuer, _ => New(issuer, now), (_, last) => last == stale || now - last.Start >= Lifetime ? New(issuer, now) : last);
    }

    private Fetched New(string issuer, DateTimeOffset now) => new(now, new(() => FetchAsync(issuer)));

    private async Task<SigningKeys?> FetchAsync(string issuer)
    {
        using var timeout = new CancellationTokenSource(Patience, options.Clock);
        var address = CognitoIssuer.EmulatedAt(issuer, options.Endpoint) is { } emulated
            ? emulated + CognitoKeys
            : Text(await DocumentAsync(issuer.TrimEnd('/') + Discovery, timeout.Token).ConfigureAwait(false), "jwks_uri");
        return address is not null && await DocumentAsync(address, timeout.Token).ConfigureAwait(false) is { } document ? SigningKeys.Read(document) : null;
    }

    private async Task<JsonElement?> DocumentAsync(string address, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https")) return null;
        try
        {
            using var message = new HttpRequestMessage(HttpMethod.Get, uri);
            using var response = await client.SendAsync(message, cancellationToken).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode) return null;
            await response.Content.LoadIntoBufferAsync(MaxDocumentBytes, cancellationToken).ConfigureAwait(false);
            return BoundedJson.Parse(Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false)));
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement? document, string name) =>
        document is { ValueKind: JsonValueKind.Object } tree && tree.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private sealed record Fetched(DateTimeOffset Start, Lazy<Task<SigningKeys?>> Keys);
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DirectRoute.Core.Gateway;

namespace DirectRoute.Local.Services;

/// <summary>A call to be signed.</summary>
/// <param name="Uri">As it is sent.</param>
internal sealed record SignedCall(string Method, Uri Uri, NamedValues Headers, ReadOnlyMemory<byte> Body);

/// <summary>
/// Signature Version 4 in headers. The SDK has a signer too, but only for its own requests. <c>Host</c>, <c>Content-Type</c> and all <c>X-Amz-</c> headers are
/// signed; the trace header is not, for proxies may change it.
/// </summary>
internal static class SignatureV4
{
    private const string Algorithm = "AWS4-HMAC-SHA256";
    private const string UnreservedMarks = "-._~";

    /// <summary>The call's headers and those of the signature.</summary>
    public static NamedValues Sign(SignedCall call, ServiceCredentials credentials, string region, string service, DateTimeOffset now)
    {
        var time = now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var scope = $"{time[..8]}/{region}/{service}/aws4_request";
        var bodyHash = Convert.ToHexStringLower(SHA256.HashData(call.Body.Span));
        var headers = call.Headers.Set("X-Amz-Date", time);
        if (service == "s3") headers = headers.Set("X-Amz-Content-Sha256", bodyHash);
        if (credentials.SessionToken is { } token) headers = headers.Set("X-Amz-Security-Token", token);
        var signed = Signed(headers, call.Uri);
        var names = string.Join(';', signed.Keys);
        var canonical = string.Join('\n',
            call.Method, Path(call.Uri, service), Query(call.Uri), string.Concat(signed.Select(h => $"{h.Key}:{h.Value}\n")), names, bodyHash);
        var toSign = $"{Algorithm}\n{time}\n{scope}\n{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}";
        var signature = Convert.ToHexStringLower(Hmac(Key(credentials.SecretAccessKey, time[..8], region, service), toSign));
        return headers.Set("Authorization", $"{Algorithm} Credential={credentials.AccessKeyId}/{scope}, SignedHeaders={names}, Signature={signature}");
    }

    private static SortedDictionary<string, string> Signed(NamedValues headers, Uri uri)
    {
        SortedDictionary<string, string> signed = new(StringComparer.Ordinal);
        foreach (var name in headers.Names)
        {
            var lower = name.ToLowerInvariant();
            if (lower is "host" or "content-type" || lower.StartsWith("x-amz-", StringComparison.Ordinal))
                signed[lower] = string.Join(',', headers.All(name).Select(Collapsed));
        }
        signed.TryAdd("host", uri.IsDefaultPort ? uri.IdnHost : $"{uri.IdnHost}:{uri.Port}");
        return signed;
    }

    private static string Collapsed(string value) => string.Join(' ', value.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The path is encoded once more than it is sent, except for S3.</summary>
    private static string Path(Uri uri, string service) =>
        service == "s3" ? uri.AbsolutePath : string.Join('/', uri.AbsolutePath.Split('/').Select(Encoded));

    private static string Query(Uri uri) => string.Join('&', uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(p => p.Split('=', 2))
        .Select(p => (Name: Encoded(Decoded(p[0])), Value: p.Length == 2 ? Encoded(Decoded(p[1])) : ""))
        .OrderBy(p => p.Name, StringComparer.Ordinal).ThenBy(p => p.Value, StringComparer.Ordinal)
        .Select(p => $"{p.Name}={p.Value}"));

    private static string Decoded(string text) => Uri.UnescapeDataString(text);

    private static string Encoded(string text)
    {
        var encoded = new StringBuilder(text.Length);
        foreach (var unit in Encoding.UTF8.GetBytes(text))
        {
            if (char.IsAsciiLetterOrDigit((char)unit) || UnreservedMarks.Contains((char)unit, StringComparison.Ordinal)) encoded.Append((char)unit);
            else encoded.Append('%').Append(unit.ToString("X2", CultureInfo.InvariantCulture));
        }
        return encoded.ToString();
    }

    private static byte[] Key(string secret, string date, string region, string service) =>
        Hmac(Hmac(Hmac(Hmac(Encoding.UTF8.GetBytes("AWS4" + secret), date), region), service), "aws4_request");

    private static byte[] Hmac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));
}

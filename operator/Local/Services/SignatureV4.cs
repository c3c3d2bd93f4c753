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
    /// <summary>The one algorithm that is made and checked here.</summary>
    public const string Algorithm = "AWS4-HMAC-SHA256";

    /// <summary>What a scope ends with.</summary>
    public const string Terminator = "aws4_request";

    private const string TimeFormat = "yyyyMMdd'T'HHmmss'Z'";

    /// <summary>The call's headers and those of the signature.</summary>
    public static NamedValues Sign(SignedCall call, ServiceCredentials credentials, string region, string service, DateTimeOffset now)
    {
        var time = Time(now);
        var scope = $"{time[..8]}/{region}/{service}/{Terminator}";
        var headers = call.Headers.Set("X-Amz-Date", time);
        if (service == "s3") headers = headers.Set("X-Amz-Content-Sha256", CanonicalRequest.Hash(call.Body.Span));
        if (credentials.SessionToken is { } token) headers = headers.Set("X-Amz-Security-Token", token);
        var signed = Signed(headers, call.Uri);
        var path = service == "s3" ? call.Uri.AbsolutePath : CanonicalRequest.Path(call.Uri.AbsolutePath);
        var canonical = CanonicalRequest.Of(call.Method, path, CanonicalRequest.Query(call.Uri.Query.TrimStart('?')), signed, call.Body.Span);
        var signature = Signature(StringToSign(canonical, time, scope), scope, credentials.SecretAccessKey);
        return headers.Set("Authorization", $"{Algorithm} Credential={credentials.AccessKeyId}/{scope}, SignedHeaders={string.Join(';', signed.Keys)}, Signature={signature}");
    }

    /// <summary>A time as signatures write it: <c>20150830T123600Z</c>.</summary>
    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);

    /// <summary>The time that such a text says; null when it says none.</summary>
    public static DateTimeOffset? ParseTime(string text) =>
        DateTimeOffset.TryParseExact(text, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    /// <param name="canonical">What <see cref="CanonicalRequest"/> makes of the request.</param>
    /// <param name="time">When it is signed.</param>
    /// <param name="scope">Such as <c>20150830/us-east-1/iam/aws4_request</c>.</param>
    public static string StringToSign(string canonical, string time, string scope) => $"{Algorithm}\n{time}\n{scope}\n{CanonicalRequest.Hash(Encoding.UTF8.GetBytes(canonical))}";

    /// <summary>The signature, in hexadecimal digits.</summary>
    public static string Signature(string stringToSign, string scope, string secret)
    {
        var key = scope.Split('/').Aggregate(Encoding.UTF8.GetBytes("AWS4" + secret), Hmac);
        return Convert.ToHexStringLower(Hmac(key, stringToSign));
    }

    private static SortedDictionary<string, string> Signed(NamedValues headers, Uri uri)
    {
        SortedDictionary<string, string> signed = new(StringComparer.Ordinal);
        foreach (var name in headers.Names)
        {
            var lower = name.ToLowerInvariant();
            if (lower is "host" or "content-type" || lower.StartsWith("x-amz-", StringComparison.Ordinal)) signed[lower] = CanonicalRequest.Header(headers.All(name));
        }
        signed.TryAdd("host", uri.IsDefaultPort ? uri.IdnHost : $"{uri.IdnHost}:{uri.Port}");
        return signed;
    }

    private static byte[] Hmac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));
}

using System.Security.Cryptography;
using System.Text;
using DirectRoute.Core.Gateway;
using DirectRoute.Local.Services;
using DirectRoute.Local.State;

namespace DirectRoute.Local.DataPlane.Authorizers.Iam;

/// <summary>Makes a request's signature again, with the secret that belongs to its key, and compares the two.</summary>
internal static class SignatureCheck
{
    private const string QuerySignature = "X-Amz-Signature";

    /// <summary>Why the request is not from the key's owner; null when it is.</summary>
    public static async ValueTask<GatewayFault?> FaultAsync(Exchange exchange, RequestSignature signature, SecretKey secret)
    {
        if (signature.SessionToken != secret.SessionToken) return SignatureFaults.UnknownToken;
        if (secret.Expiration <= exchange.ReceivedAt) return SignatureFaults.ExpiredToken;
        if (await exchange.SentBodyAsync().ConfigureAwait(false) is not { } body) return DataPlaneFaults.RequestTooLarge;
        var canonical = Canonical(exchange, signature, body.Span);
        var toSign = SignatureV4.StringToSign(canonical, SignatureV4.Time(signature.Time), signature.Scope);
        return IsSame(SignatureV4.Signature(toSign, signature.Scope, secret.Value), signature.Value) ? null : Mismatch(canonical, toSign);
    }

    private static string Canonical(Exchange exchange, RequestSignature signature, ReadOnlySpan<byte> body)
    {
        var request = exchange.Request;
        KeyValuePair<string, string>[] headers = [.. signature.SignedHeaders.Select(name => KeyValuePair.Create(name, CanonicalRequest.Header(request.Headers.All(name))))];
        var query = string.Join('&', exchange.Target.Query.Split('&').Where(p => p.Split('=', 2)[0] != QuerySignature));
        return CanonicalRequest.Of(request.Method, CanonicalRequest.Path(RequestTarget.PathOf(exchange.Http)), CanonicalRequest.Query(query), headers, body);
    }

    private static bool IsSame(string expected, string given) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(given));

    /// <summary>AWS shows what it calculated with, so that a client can be mended.</summary>
    private static GatewayFault Mismatch(string canonical, string toSign) => SignatureFaults.Invalid(
        "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details."
        + $"\n\nThe Canonical String for this request should have been\n'{canonical}'\n\nThe String-to-Sign should have been\n'{toSign}'\n",
        "The signature was made with another secret than that of the access key, or over another request.");
}

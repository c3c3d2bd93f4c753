using System.Globalization;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Gateway;
using DirectRoute.Local.Services;

namespace DirectRoute.Local.DataPlane.Authorizers.Iam;

/// <summary>Reads the signature of a request: in its header, or in its query string as that of a presigned URL.</summary>
internal static class SignatureReader
{
    /// <summary>How far the two clocks may be apart.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    private const int CredentialParts = 5;
    private const int MaxPresignedSeconds = 604_800;
    private static readonly string[] HeaderParameters = ["Credential", "Signature", "SignedHeaders"];
    private static readonly string[] QueryParameters = ["X-Amz-Credential", "X-Amz-Signature", "X-Amz-SignedHeaders", "X-Amz-Date"];

    public static SignatureResult Read(GatewayRequest request)
    {
        if (request.Headers.Last("Authorization") is { Length: > 0 } header) return InHeader(request.Headers, header);
        return request.Query.Last("X-Amz-Algorithm") is { } algorithm ? InQuery(request.Query, algorithm) : SignatureFaults.Missing;
    }

    private static SignatureResult InHeader(NamedValues headers, string header)
    {
        var space = header.IndexOf(' ', StringComparison.Ordinal);
        var (algorithm, rest) = space < 0 ? (header, "") : (header[..space], header[(space + 1)..]);
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in rest.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (pair.Split('=', 2) is not [var name, var value])
                return SignatureFaults.Incomplete($"Invalid key=value pair (missing equal-sign) in Authorization header (hashed with SHA-256 and encoded with Base64): '{SignatureFaults.Hashed(header)}'.");
            parameters[name] = value;
        }
        var time = headers.Last("X-Amz-Date") ?? headers.Last("Date");
        if (Missing(parameters, time) is { Length: > 0 } missing)
            return SignatureFaults.Incomplete($"{missing}(Hashed with SHA-256 and encoded with Base64) Authorization={SignatureFaults.Hashed(header)}");
        return Of(algorithm, parameters["Credential"], parameters["SignedHeaders"], parameters["Signature"], time!, Skew, headers.Last("X-Amz-Security-Token"));
    }

    private static string Missing(Dictionary<string, string> parameters, string? time) => string.Concat(
        [
            .. HeaderParameters.Where(p => !parameters.ContainsKey(p)).Select(p => $"Authorization header requires '{p}' parameter. "),
            .. time is null ? ["Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. "] : Array.Empty<string>(),
        ]);

    private static SignatureResult InQuery(NamedValues query, string algorithm)
    {
        var missing = string.Concat(QueryParameters.Where(p => !query.Contains(p)).Select(p => $"AWS query-string parameters must include '{p}'. "));
        if (missing.Length > 0) return SignatureFaults.Incomplete($"{missing}Re-examine the query-string parameters.");
        var expires = query.Last("X-Amz-Expires");
        var seconds = int.TryParse(expires, NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : 0;
        if (expires is not null && seconds is < 1 or > MaxPresignedSeconds)
            return SignatureFaults.Incomplete($"X-Amz-Expires must be a number of seconds from 1 to {MaxPresignedSeconds}.");
        var lifetime = expires is null ? Skew : TimeSpan.FromSeconds(seconds);
        return Of(
            algorithm, query.Last("X-Amz-Credential")!, query.Last("X-Amz-SignedHeaders")!, query.Last("X-Amz-Signature")!, query.Last("X-Amz-Date")!, lifetime, query.Last("X-Amz-Security-Token"));
    }

    private static SignatureResult Of(string algorithm, string credential, string headers, string signature, string time, TimeSpan lifetime, string? token)
    {
        if (algorithm != SignatureV4.Algorithm) return SignatureFaults.Incomplete($"Unsupported AWS 'algorithm': '{algorithm}'.");
        if (credential.Split('/') is not { Length: CredentialParts } scope || scope[0].Length == 0)
            return SignatureFaults.Incomplete($"Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got '{credential}'");
        if (TimeOf(time) is not { } signedAt)
            return SignatureFaults.Incomplete($"Date must be in ISO-8601 'basic format'. Got '{time}'. See http://en.wikipedia.org/wiki/ISO_8601");
        return new RequestSignature
        {
            AccessKeyId = scope[0],
            Date = scope[1],
            Region = scope[2],
            Service = scope[3],
            Terminator = scope[4],
            SignedHeaders = headers.ToLowerInvariant().Split(';', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal).ToValueList(),
            Value = signature,
            Time = signedAt,
            Lifetime = lifetime,
            SessionToken = token,
        };
    }

    /// <summary><c>X-Amz-Date</c> has a form of its own; <c>Date</c> has HTTP's.</summary>
    private static DateTimeOffset? TimeOf(string text) => SignatureV4.ParseTime(text)
        ?? (DateTimeOffset.TryParseExact(text, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null);
}

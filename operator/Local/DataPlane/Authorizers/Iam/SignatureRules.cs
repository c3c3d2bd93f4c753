using DirectRoute.Core.Gateway;
using DirectRoute.Local.Services;

namespace DirectRoute.Local.DataPlane.Authorizers.Iam;

/// <summary>What can be said of a signature without knowing a secret: whether it is for this API, and of now.</summary>
internal static class SignatureRules
{
    private const string Service = "execute-api";

    /// <summary>Why the signature does not count; null when it may.</summary>
    /// <param name="signature">The signature.</param>
    /// <param name="region">Where the API is.</param>
    /// <param name="now">When the request came.</param>
    public static GatewayFault? Fault(RequestSignature signature, string region, DateTimeOffset now)
    {
        if (Untimely(signature, now) is { } untimely) return SignatureFaults.Invalid(untimely, "The client's clock and the gateway's are too far apart, or the request was signed long ago.");
        if (string.Concat(Mistakes(signature, region)) is { Length: > 0 } mistakes) return SignatureFaults.Invalid(mistakes, "The request is signed, but not for this API.");
        return null;
    }

    private static string? Untimely(RequestSignature signature, DateTimeOffset now)
    {
        var (oldest, latest) = (now - signature.Lifetime, now + SignatureReader.Skew);
        if (signature.Time < oldest) return $"Signature expired: {Text(signature.Time)} is now earlier than {Text(oldest)} ({Text(now)} - {Minutes(signature.Lifetime)} min.)";
        if (signature.Time > latest) return $"Signature not yet current: {Text(signature.Time)} is still later than {Text(latest)} ({Text(now)} + {Minutes(SignatureReader.Skew)} min.)";
        return null;
    }

    private static IEnumerable<string> Mistakes(RequestSignature signature, string region)
    {
        if (signature.Region != region) yield return $"Credential should be scoped to a valid region, not '{signature.Region}'. ";
        if (signature.Service != Service) yield return $"Credential should be scoped to correct service: '{Service}'. ";
        if (signature.Terminator != SignatureV4.Terminator) yield return $"Credential should be scoped with a valid terminator: '{SignatureV4.Terminator}', not '{signature.Terminator}'. ";
        var time = Text(signature.Time);
        if (signature.Date != time[..8])
            yield return $"Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '{signature.Date}' != '{time[..8]}', from '{time}'. ";
        if (!signature.SignedHeaders.Contains("host")) yield return "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization. ";
    }

    private static string Text(DateTimeOffset time) => SignatureV4.Time(time);

    private static long Minutes(TimeSpan time) => (long)time.TotalMinutes;
}

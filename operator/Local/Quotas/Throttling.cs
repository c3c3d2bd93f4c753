using DirectRoute.Local.Protocol;

namespace DirectRoute.Local.Quotas;

/// <summary>AWS's answer to one call too many.</summary>
internal static class Throttling
{
    /// <summary>429 TooManyRequestsException; Retry-After is in whole seconds, at least one.</summary>
    public static Answer Answer(TimeSpan wait) =>
        new ErrorAnswer(429, "TooManyRequestsException", "Too Many Requests") { RetryAfter = (int)Math.Max(1, Math.Ceiling(wait.TotalSeconds)) };
}

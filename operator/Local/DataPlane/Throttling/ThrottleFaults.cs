using DirectRoute.Core.Gateway;

namespace DirectRoute.Local.DataPlane.Throttling;

/// <summary>Why a request may not be made now.</summary>
internal static class ThrottleFaults
{
    /// <summary>A rate is used up for the moment.</summary>
    public static GatewayFault TooManyRequests { get; } = new()
    {
        ResponseType = "THROTTLED",
        StatusCode = 429,
        ErrorType = "TooManyRequestsException",
        Message = "Too Many Requests",
        Detail = "The rate and the burst of a stage, a usage plan or the account are used up.",
    };

    /// <summary>A quota is used up for the rest of its period.</summary>
    public static GatewayFault QuotaExceeded { get; } = new()
    {
        ResponseType = "QUOTA_EXCEEDED",
        StatusCode = 429,
        ErrorType = "LimitExceededException",
        Message = "Limit Exceeded",
        Detail = "The quota of the API key's usage plan is used up.",
    };
}

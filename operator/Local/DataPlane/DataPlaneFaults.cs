using DirectRoute.Core.Gateway;

namespace DirectRoute.Local.DataPlane;

/// <summary>Why the data plane answers by itself, besides what mappings find.</summary>
internal static class DataPlaneFaults
{
    private const string ServerError = "InternalServerErrorException";

    /// <summary>There is no such API or stage, or the API is not to be reached by its own address.</summary>
    public static GatewayFault Forbidden { get; } = new()
    {
        ResponseType = "ACCESS_DENIED",
        StatusCode = 403,
        ErrorType = "ForbiddenException",
        Message = "Forbidden",
        Detail = "There is no such API or stage.",
    };

    /// <summary>More than 10 MB; the words are those of the documentation.</summary>
    public static GatewayFault RequestTooLarge { get; } = new()
    {
        ResponseType = "REQUEST_TOO_LARGE",
        StatusCode = 413,
        ErrorType = "RequestTooLargeException",
        Message = "Request Too Long",
        Detail = "A request's body has at most 10 MB.",
    };

    /// <summary>The backend took longer than the integration's timeout.</summary>
    public static GatewayFault IntegrationTimeout { get; } = new()
    {
        ResponseType = "INTEGRATION_TIMEOUT",
        StatusCode = 504,
        ErrorType = ServerError,
        Message = "Endpoint request timed out",
        Detail = "The backend did not answer within the integration's timeoutInMillis.",
    };

    /// <summary>The backend could not be reached, or broke off.</summary>
    public static GatewayFault IntegrationFailure(string detail) => new()
    {
        ResponseType = "INTEGRATION_FAILURE",
        StatusCode = 504,
        ErrorType = ServerError,
        Message = "Network error communicating with endpoint",
        Detail = detail,
    };

    /// <summary>AWS would serve this, and the local gateway does not: it says so in plain words.</summary>
    /// <param name="what">What is not served, such as <c>VPC links are not served locally</c>.</param>
    public static GatewayFault NotImplemented(string what) => new()
    {
        ResponseType = "DEFAULT_5XX",
        StatusCode = 501,
        ErrorType = "NotImplementedException",
        Message = $"Not implemented: {what}.",
        Detail = "AWS would serve this.",
        IsLocal = true,
    };
}

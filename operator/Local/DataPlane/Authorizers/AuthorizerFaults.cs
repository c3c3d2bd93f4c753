using DirectRoute.Core.Gateway;

namespace DirectRoute.Local.DataPlane.Authorizers;

/// <summary>Why an authorizer refuses a request.</summary>
internal static class AuthorizerFaults
{
    /// <summary>Nothing shows who calls, or not well enough.</summary>
    public static GatewayFault Unauthorized(string detail, string message = "Unauthorized") => new()
    {
        ResponseType = "UNAUTHORIZED",
        StatusCode = 401,
        ErrorType = "UnauthorizedException",
        Message = message,
        Detail = detail,
    };

    /// <summary>Who calls is known, and may not.</summary>
    public static GatewayFault AccessDenied(string message, string detail) => new()
    {
        ResponseType = "ACCESS_DENIED",
        StatusCode = 403,
        ErrorType = "AccessDeniedException",
        Message = message,
        MessageName = "Message",
        Detail = detail,
    };

    /// <summary>The authorizer itself could not be asked.</summary>
    public static GatewayFault Failure(string detail) => new()
    {
        ResponseType = "AUTHORIZER_FAILURE",
        StatusCode = 500,
        ErrorType = "AuthorizerFailureException",
        Message = "Internal server error",
        Detail = detail,
    };

    /// <summary>The authorizer is set up wrongly, or answered what it may not.</summary>
    public static GatewayFault Misconfigured(string detail) => new()
    {
        ResponseType = "AUTHORIZER_CONFIGURATION_ERROR",
        StatusCode = 500,
        ErrorType = "AuthorizerConfigurationException",
        Message = "Internal server error",
        Detail = detail,
    };
}

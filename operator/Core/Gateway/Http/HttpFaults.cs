namespace DirectRoute.Core.Gateway.Http;

/// <summary>
/// API Gateway's own answers on HTTP APIs: the words are those of the status alone, whatever is wrong. None is recorded; of these, AWS's reference shows 401, 404,
/// 500 and 504, and the others are well known.
/// </summary>
internal static class HttpFaults
{
    /// <summary>The fault with the status and the words of HTTP APIs. What AWS has no answer for keeps its own.</summary>
    public static GatewayFault Of(GatewayFault fault)
    {
        if (fault.IsLocal) return fault;
        var status = fault.ResponseType == "INTEGRATION_FAILURE" ? 503 : fault.StatusCode;
        return fault with { StatusCode = status, Message = Message(status) ?? fault.Message };
    }

    private static string? Message(int status) => status switch
    {
        400 => "Bad Request",
        401 => "Unauthorized",
        403 => "Forbidden",
        404 => "Not Found",
        413 => "Request Entity Too Large",
        429 => "Too Many Requests",
        500 or 502 => "Internal Server Error",
        503 => "Service Unavailable",
        504 => "Gateway Timeout",
        _ => null,
    };
}

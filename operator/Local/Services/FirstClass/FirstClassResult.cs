using DirectRoute.Core.Gateway;

namespace DirectRoute.Local.Services.FirstClass;

/// <summary>What a first-class call becomes: a request with a URI, or why the parameters make none.</summary>
internal readonly record struct FirstClassResult(BackendRequest? Request, GatewayFault? Fault)
{
    public static implicit operator FirstClassResult(BackendRequest request) => new(request, null);

    public static implicit operator FirstClassResult(GatewayFault fault) => new(null, fault);

    /// <summary>A parameter that is missing, or holds what the service's protocol cannot carry. Nobody recorded AWS's answer; on HTTP APIs the client reads the status's words.</summary>
    public static FirstClassResult BadParameter(string detail) => new GatewayFault
    {
        ResponseType = "BAD_REQUEST_PARAMETERS",
        StatusCode = 400,
        ErrorType = "BadRequestException",
        Message = "Bad Request",
        Detail = detail,
    };
}

using DirectRoute.Core.Gateway;

namespace DirectRoute.Local.Services;

/// <summary>Why a service of AWS is not even called. AWS has no such answers, so the client is told in plain words.</summary>
internal static class ServiceFaults
{
    /// <summary>Nobody said where services are.</summary>
    public static GatewayFault NoEndpoint { get; } = Fault(
        "The local gateway was not told where AWS services are.",
        "No endpoint of AWS services is set, and AWS itself is called only when that is asked for. "
        + "Start with --endpoint-url http://localhost:5000 (an emulator's address) or with --endpoint-url aws (AWS itself, with your own credentials).");

    /// <summary>There is nothing to sign a call with.</summary>
    public static GatewayFault NoCredentials(string detail) => Fault("The local gateway has no AWS credentials.", detail);

    private static GatewayFault Fault(string message, string detail) => new()
    {
        ResponseType = "INTEGRATION_FAILURE",
        StatusCode = 504,
        ErrorType = "InternalServerErrorException",
        Message = message,
        Detail = detail,
        IsLocal = true,
    };
}

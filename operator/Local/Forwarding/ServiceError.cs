using Microsoft.AspNetCore.Http;

namespace DirectRoute.Local.Forwarding;

/// <summary>Why a call was not answered by its service.</summary>
/// <param name="Status">The HTTP status; 501 is one that clients of AWS do not try again.</param>
/// <param name="Code">The error's type.</param>
/// <param name="Message">What happened, and what to do.</param>
internal sealed record ServiceError(int Status, string Code, string Message)
{
    /// <summary>There is no emulator. What a client signs for this address is not passed on to AWS: it could not be, and it might not be meant.</summary>
    public static ServiceError NotServedHere(string service, ServiceEndpoint endpoint) => new(501, "NotImplementedException", endpoint is ServiceEndpoint.RealAws
        ? $"The local gateway is API Gateway, and does not pass calls of {service} on to AWS. Give clients its address for API Gateway alone, such as with AWS_ENDPOINT_URL_API_GATEWAY and AWS_ENDPOINT_URL_APIGATEWAYV2 in place of AWS_ENDPOINT_URL."
        : $"The local gateway is API Gateway, and has nobody to pass calls of {service} on to. Start it with the address of an emulator of AWS, such as --endpoint-url http://localhost:5000.");

    /// <summary>The emulator is the gateway itself, or leads back to it.</summary>
    public static ServiceError Loop(Uri emulator) =>
        new(508, "NotImplementedException", $"{emulator} leads back to the local gateway. Give it the address of an emulator of AWS, not its own.");

    /// <summary>The emulator does not answer, or breaks off.</summary>
    public static ServiceError Unreachable(Uri emulator, Exception e) =>
        new(503, "ServiceUnavailable", $"{emulator} did not answer: {e.Message}. The local gateway passes calls of other services on to it: is it running?");

    /// <summary>The emulator takes longer than AWS ever does.</summary>
    public static ServiceError Timeout(Uri emulator, TimeSpan patience) =>
        new(504, "RequestTimeout", $"{emulator} did not answer within {patience.TotalMinutes} minutes.");

    /// <summary>The client's request is none, or too large, or too slow.</summary>
    public static ServiceError BadRequest(BadHttpRequestException e) => new(e.StatusCode, "RequestNotValid", e.Message);
}

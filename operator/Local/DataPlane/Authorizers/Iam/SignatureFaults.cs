using System.Security.Cryptography;
using System.Text;
using DirectRoute.Core.Gateway;

namespace DirectRoute.Local.DataPlane.Authorizers.Iam;

/// <summary>Why a signature does not count, in the words that users of AWS report. Which gateway response each of them is, is not recorded.</summary>
internal static class SignatureFaults
{
    /// <summary>The request is not signed.</summary>
    public static GatewayFault Missing { get; } = GatewayFault.NoSuchRestRoute with
    {
        Detail = "The route has AWS_IAM authorization and the request no signature. Sign it for execute-api, such as with curl --aws-sigv4.",
    };

    /// <summary>The temporary credentials have ended.</summary>
    public static GatewayFault ExpiredToken { get; } = new()
    {
        ResponseType = "EXPIRED_TOKEN",
        StatusCode = 403,
        ErrorType = "ExpiredTokenException",
        Message = "The security token included in the request is expired",
        Detail = "The session of the access key has ended.",
    };

    /// <summary>The session token is not that of the key.</summary>
    public static GatewayFault UnknownToken { get; } = new()
    {
        ResponseType = "ACCESS_DENIED",
        StatusCode = 403,
        ErrorType = "UnrecognizedClientException",
        Message = "The security token included in the request is invalid.",
        Detail = "X-Amz-Security-Token is not the session token that belongs to the access key.",
    };

    /// <summary>Something is missing, or not in its form.</summary>
    public static GatewayFault Incomplete(string message) => new()
    {
        ResponseType = "INVALID_SIGNATURE",
        StatusCode = 403,
        ErrorType = "IncompleteSignatureException",
        Message = message,
        Detail = "The route has AWS_IAM authorization, and the request's Authorization is no Signature Version 4.",
    };

    /// <summary>It is a signature, and does not count here or now.</summary>
    public static GatewayFault Invalid(string message, string detail) => new()
    {
        ResponseType = "INVALID_SIGNATURE",
        StatusCode = 403,
        ErrorType = "InvalidSignatureException",
        Message = message,
        Detail = detail,
    };

    /// <summary>AWS says no more of a header that may hold a secret.</summary>
    public static string Hashed(string header) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(header)));
}

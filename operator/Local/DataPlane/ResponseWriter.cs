using System.Buffers;
using DirectRoute.Core.Gateway;
using Microsoft.AspNetCore.Http;

namespace DirectRoute.Local.DataPlane;

/// <summary>Writes answers of deployed APIs onto the wire.</summary>
internal static class ResponseWriter
{
    private static readonly SearchValues<char> TokenChars =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <param name="isTraced">Whether the client gets <c>X-Amzn-Trace-Id</c>; recorded on AWS: not of MOCK and HTTP_PROXY.</param>
    public static async ValueTask WriteAsync(HttpContext http, ClientResponse answer, RequestIds ids, bool isTraced)
    {
        var response = http.Response;
        response.StatusCode = answer.StatusCode;
        foreach (var (name, value) in answer.Headers)
        {
            if (CanBeSent(name, value)) response.Headers.Append(name, value);
        }
        response.Headers["x-amzn-RequestId"] = ids.RequestId;
        response.Headers["x-amz-apigw-id"] = ids.ExtendedRequestId;
        if (isTraced && CanBeSent("X-Amzn-Trace-Id", ids.TraceId)) response.Headers["X-Amzn-Trace-Id"] = ids.TraceId;
        if (!HasBody(http.Request.Method, answer.StatusCode)) return;
        response.ContentLength = answer.Body.Length;
        await response.Body.WriteAsync(answer.Body, http.RequestAborted).ConfigureAwait(false);
    }

    /// <summary>Whether an answer of this status to this method has a body.</summary>
    public static bool HasBody(string method, int status) => !HttpMethods.IsHead(method) && status is not (204 or 205 or 304);

    /// <summary>A template may write anything into a header; what would break the message is left out.</summary>
    private static bool CanBeSent(string name, string value) =>
        name.Length > 0 && !name.AsSpan().ContainsAnyExcept(TokenChars) && !value.AsSpan().ContainsAnyInRange('\0', '\x1f') && !value.Contains('\x7f', StringComparison.Ordinal);
}

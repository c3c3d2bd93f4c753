using System.Buffers;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;
using Microsoft.AspNetCore.Http;

namespace DirectRoute.Local.DataPlane;

/// <summary>Writes answers of deployed APIs onto the wire.</summary>
internal static class ResponseWriter
{
    private static readonly SearchValues<char> TokenChars =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>Writes the exchange's answer.</summary>
    public static async ValueTask WriteAsync(HttpContext http, Exchange exchange)
    {
        var (response, answer) = (http.Response, exchange.Response!);
        response.StatusCode = answer.StatusCode;
        foreach (var (name, value) in answer.Headers)
        {
            if (CanBeSent(name, value)) response.Headers.Append(name, value);
        }
        WriteIds(response.Headers, exchange);
        if (!HasBody(http.Request.Method, answer.StatusCode)) return;
        response.ContentLength = answer.Body.Length;
        await response.Body.WriteAsync(answer.Body, http.RequestAborted).ConfigureAwait(false);
    }

    /// <summary>HTTP APIs write one id and REST APIs two. Recorded on AWS: clients get the trace id from integrations with AWS, not from MOCK and HTTP_PROXY.</summary>
    private static void WriteIds(IHeaderDictionary headers, Exchange exchange)
    {
        if (exchange.Protocol == ApiProtocol.HTTP)
        {
            headers["Apigw-Requestid"] = exchange.RequestId;
            return;
        }
        headers["x-amzn-RequestId"] = exchange.RequestId;
        headers["x-amz-apigw-id"] = exchange.Ids.ExtendedRequestId;
        var isTraced = exchange.Route?.Prepared?.Route.Integration.Type is IntegrationType.AWS or IntegrationType.AWS_PROXY;
        if (isTraced && CanBeSent("X-Amzn-Trace-Id", exchange.Ids.TraceId)) headers["X-Amzn-Trace-Id"] = exchange.Ids.TraceId;
    }

    /// <summary>Whether an answer of this status to this method has a body.</summary>
    public static bool HasBody(string method, int status) => !HttpMethods.IsHead(method) && status is not (204 or 205 or 304);

    /// <summary>A template may write anything into a header; what would break the message is left out.</summary>
    private static bool CanBeSent(string name, string value) =>
        name.Length > 0 && !name.AsSpan().ContainsAnyExcept(TokenChars) && !value.AsSpan().ContainsAnyInRange('\0', '\x1f') && !value.Contains('\x7f', StringComparison.Ordinal);
}

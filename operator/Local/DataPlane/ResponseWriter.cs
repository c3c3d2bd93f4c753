using System.Buffers;
using System.Collections.Frozen;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;
using DirectRoute.Local.DataPlane.Bodies;
using Microsoft.AspNetCore.Http;

namespace DirectRoute.Local.DataPlane;

/// <summary>Writes answers of deployed APIs onto the wire.</summary>
internal static class ResponseWriter
{
    private static readonly SearchValues<char> TokenChars =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>Where a message ends and what becomes of its connection is for the server to say, not for a template.</summary>
    private static readonly FrozenSet<string> OfTheConnection = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "Connection", "Content-Length", "Keep-Alive", "Proxy-Connection", "TE", "Trailer", "Transfer-Encoding", "Upgrade");

    /// <summary>Writes the exchange's answer.</summary>
    public static async ValueTask WriteAsync(HttpContext http, Exchange exchange, SentBody body)
    {
        var (response, answer) = (http.Response, exchange.Response!);
        response.StatusCode = answer.StatusCode;
        foreach (var (name, value) in answer.Headers)
        {
            if (CanBeSent(name, value)) response.Headers.Append(name, value);
        }
        if (body.Coding is { } coding) response.Headers.ContentEncoding = coding;
        WriteIds(response.Headers, exchange);
        if (!SentBody.IsAllowed(answer.StatusCode)) return;
        var isHead = HttpMethods.IsHead(http.Request.Method);
        if (isHead && body.Bytes.IsEmpty) return; // a backend that was asked with HEAD does not say how much GET would get
        response.ContentLength = body.Bytes.Length;
        if (!isHead) await response.Body.WriteAsync(body.Bytes, http.RequestAborted).ConfigureAwait(false);
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

    /// <summary>A template may write anything into a header; what would break the message is left out.</summary>
    private static bool CanBeSent(string name, string value) =>
        name.Length > 0 && !name.AsSpan().ContainsAnyExcept(TokenChars) && !value.AsSpan().ContainsAnyInRange('\0', '\x1f') && !value.Contains('\x7f', StringComparison.Ordinal)
        && !OfTheConnection.Contains(name);
}

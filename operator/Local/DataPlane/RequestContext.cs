using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace DirectRoute.Local.DataPlane;

/// <summary>Makes <c>$context</c>, in AWS's forms.</summary>
internal static class RequestContext
{
    public static JsonObject Of(HttpContext http, RequestTarget target, StageView stage, RequestIds ids, ServedResource? resource, DateTimeOffset now) => new()
    {
        ["accountId"] = stage.AccountId,
        ["apiId"] = target.ApiId,
        ["deploymentId"] = stage.DeploymentId,
        ["domainName"] = $"{target.ApiId}.execute-api.{stage.Region}.amazonaws.com",
        ["domainPrefix"] = target.ApiId,
        ["extendedRequestId"] = ids.ExtendedRequestId,
        ["httpMethod"] = http.Request.Method,
        ["path"] = $"/{target.Stage}{target.Path}",
        ["protocol"] = http.Request.Protocol,
        ["requestId"] = ids.RequestId,
        ["requestTime"] = now.ToString("dd/MMM/yyyy:HH:mm:ss +0000", CultureInfo.InvariantCulture),
        ["requestTimeEpoch"] = now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
        ["resourceId"] = resource?.Id,
        ["resourcePath"] = resource?.Path,
        ["stage"] = target.Stage,
        ["identity"] = new JsonObject
        {
            ["sourceIp"] = SourceIp(http),
            ["userAgent"] = http.Request.Headers.UserAgent.ToString(),
        },
    };

    private static string SourceIp(HttpContext http)
    {
        var address = http.Connection.RemoteIpAddress;
        return address?.IsIPv4MappedToIPv6 == true ? address.MapToIPv4().ToString() : address?.ToString() ?? "127.0.0.1";
    }
}

using System.Globalization;
using System.Text.Json.Nodes;
using DirectRoute.Local.DataPlane.Http;
using DirectRoute.Local.DataPlane.Stages;
using Microsoft.AspNetCore.Http;

namespace DirectRoute.Local.DataPlane;

/// <summary>Makes <c>$context</c>, in AWS's forms.</summary>
internal static class RequestContext
{
    public static JsonObject Of(Exchange exchange, StageView stage, RouteMatch? match)
    {
        var context = Shared(exchange, stage);
        if (stage is HttpStageView)
        {
            context["routeKey"] = match?.Route?.Key;
            return context;
        }
        context["resourceId"] = match?.ResourceId;
        context["resourcePath"] = match?.ResourcePath;
        return context;
    }

    private static JsonObject Shared(Exchange exchange, StageView stage) => new()
    {
        ["accountId"] = stage.AccountId,
        ["apiId"] = exchange.Target.ApiId,
        ["deploymentId"] = stage.DeploymentId,
        ["domainName"] = $"{exchange.Target.ApiId}.execute-api.{stage.Region}.amazonaws.com",
        ["domainPrefix"] = exchange.Target.ApiId,
        ["extendedRequestId"] = exchange.Ids.ExtendedRequestId,
        ["httpMethod"] = exchange.Http.Request.Method,
        ["path"] = exchange.Target.Stage == HttpStageView.DefaultName ? exchange.Target.Path : $"/{exchange.Target.Stage}{exchange.Target.Path}",
        ["protocol"] = exchange.Http.Request.Protocol,
        ["requestId"] = exchange.RequestId,
        ["requestTime"] = exchange.ReceivedAt.ToString("dd/MMM/yyyy:HH:mm:ss +0000", CultureInfo.InvariantCulture),
        ["requestTimeEpoch"] = exchange.ReceivedAt.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
        ["stage"] = exchange.Target.Stage,
        ["identity"] = new JsonObject
        {
            ["sourceIp"] = SourceIp(exchange.Http),
            ["userAgent"] = exchange.Http.Request.Headers.UserAgent.ToString(),
        },
    };

    private static string SourceIp(HttpContext http)
    {
        var address = http.Connection.RemoteIpAddress;
        return address?.IsIPv4MappedToIPv6 == true ? address.MapToIPv4().ToString() : address?.ToString() ?? "127.0.0.1";
    }
}

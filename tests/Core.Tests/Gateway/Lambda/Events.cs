using System.Text;
using System.Text.Json.Nodes;
using DirectRoute.Core.Gateway;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Tests.Gateway.Lambda;

/// <summary>Requests to start tests of events from.</summary>
internal static class Events
{
    public const string Arn = "arn:aws:execute-api:us-east-1:111111111111:a1b2c3d4e5/stage/GET/proxy-value";

    public static PreparedRoute Route(string path, ApiModel? api = null, string format = "1.0", AuthorizationType authorization = AuthorizationType.NONE) => PreparedRoute.Of(
        api ?? Routes.Rest,
        new RouteModel
        {
            Method = RouteMethod.ANY,
            Path = path,
            Authorization = authorization,
            Integration = new() { Type = IntegrationType.AWS_PROXY, Uri = "arn:aws:lambda:us-east-1:111111111111:function:f", TimeoutInMillis = 50, PayloadFormatVersion = format },
        });

    public static GatewayRequest Request(string path, string stage = "stage", string? contextPath = null) => new()
    {
        Method = "GET",
        Path = path,
        Headers = NamedValues.Headers(
            ("Host", "a1b2c3d4e5.execute-api.us-east-1.amazonaws.com"), ("User-Agent", "python-requests/testing"), ("Connection", "keep-alive"), ("Accept", "*/*"), ("tEsT-HEADeR", "aValUE")),
        Context = Context(stage, contextPath ?? $"/{stage}{path}"),
    };

    public static JsonObject Context(string stage, string path) => JsonNode.Parse($$"""
        {
          "accountId": "111111111111", "apiId": "a1b2c3d4e5", "deploymentId": "d1", "domainName": "a1b2c3d4e5.execute-api.us-east-1.amazonaws.com",
          "domainPrefix": "a1b2c3d4e5", "extendedRequestId": "x1=", "httpMethod": "GET", "path": "{{path}}", "protocol": "HTTP/1.1", "requestId": "r1",
          "requestTime": "02/Aug/2024:23:34:43 +0000", "requestTimeEpoch": "1722641683000", "resourceId": "res1", "resourcePath": "/not-read", "stage": "{{stage}}",
          "identity": {"sourceIp": "192.0.2.1", "userAgent": "python-requests/testing"}
        }
        """)!.AsObject();

    /// <summary>The event of a request as the mapping made it.</summary>
    public static JsonNode Proxy(PreparedRoute route, GatewayRequest request) =>
        Parse(Core.Gateway.Lambda.ProxyEvents.Of(route, request, Routes.Sent(route, request)));

    public static JsonNode Parse(ReadOnlyMemory<byte> json) => JsonNode.Parse(Encoding.UTF8.GetString(json.Span))!;

    /// <summary>The same members in the same order with the same values.</summary>
    public static void AssertSame(string expected, JsonNode actual) => Assert.Equal(JsonNode.Parse(expected)!.ToString(), actual.ToString());
}

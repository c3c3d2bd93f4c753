using System.Text;
using System.Text.Json.Nodes;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Gateway;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Tests.Gateway;

/// <summary>Routes, requests and answers to start tests from.</summary>
internal static class Routes
{
    public const string SqsUri = "arn:aws:apigateway:us-east-1:sqs:path/123456789012/my-queue";

    public static readonly ApiModel Rest = new() { Protocol = ApiProtocol.REST, Region = "us-east-1", Name = "orders" };
    public static readonly ApiModel Http = Rest with { Protocol = ApiProtocol.HTTP };

    public static readonly IntegrationModel Sqs = new()
    {
        Type = IntegrationType.AWS,
        Uri = SqsUri,
        HttpMethod = "POST",
        TimeoutInMillis = 29_000,
        PassthroughBehavior = PassthroughBehavior.WHEN_NO_MATCH,
        Responses = [new IntegrationResponseModel { StatusCode = "200" }],
    };

    public static RouteModel Route(IntegrationModel integration) => new() { Method = RouteMethod.POST, Path = "/orders/{id}", Integration = integration };

    public static PreparedRoute Prepare(IntegrationModel integration, ApiModel? api = null) => PreparedRoute.Of(api ?? Rest, Route(integration));

    public static GatewayRequest Request(string body = "", params ReadOnlySpan<(string Name, string Value)> headers) => new()
    {
        Method = "POST",
        Path = "/orders/42",
        PathParameters = ValueMap.Of(("id", "42")),
        Headers = NamedValues.Headers(headers),
        Body = Encoding.UTF8.GetBytes(body),
        Context = JsonNode.Parse("""{"requestId": "r-1", "apiId": "a1b2c3", "stage": "prod", "resourcePath": "/orders/{id}", "identity": {"sourceIp": "192.0.2.1"}}""")!.AsObject(),
        StageVariables = ValueMap.Of(("color", "blue")),
    };

    public static BackendResponse Answer(int status, string body = "", params ReadOnlySpan<(string Name, string Value)> headers) =>
        new() { StatusCode = status, Headers = NamedValues.Headers(headers), Body = Encoding.UTF8.GetBytes(body) };

    /// <summary>The call that the request becomes.</summary>
    public static BackendRequest Sent(PreparedRoute route, GatewayRequest request) => Assert.IsType<BackendCall>(RequestMapping.Map(route, request)).Request;

    /// <summary>API Gateway's own answer to the request.</summary>
    public static ClientResponse Refused(PreparedRoute route, GatewayRequest request) => Assert.IsType<GatewayAnswer>(RequestMapping.Map(route, request)).Response;

    /// <summary>What the client gets when the backend answers so.</summary>
    public static ClientResponse Returned(PreparedRoute route, GatewayRequest request, BackendResponse response) =>
        ResponseMapping.Map(route, request, Assert.IsType<BackendCall>(RequestMapping.Map(route, request)), response);
}

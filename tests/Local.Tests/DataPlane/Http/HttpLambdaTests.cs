using System.Text.Json.Nodes;
using Amazon.ApiGatewayV2.Model;
using DirectRoute.Local.Lambda;
using DirectRoute.Local.Tests.Services;
using Microsoft.AspNetCore.Http;

namespace DirectRoute.Local.Tests.DataPlane.Http;

public sealed class HttpLambdaTests : IAsyncLifetime
{
    private const string Orders = "arn:aws:lambda:us-east-1:123456789012:function:orders";
    private const string Asks = "arn:aws:lambda:us-east-1:123456789012:function:asks";
    private FakeBackend orders = null!;
    private FakeBackend asks = null!;
    private LocalFixture local = null!;
    private string answer = """{"made": true}""";
    private string decision = """{"isAuthorized": true, "context": {"level": 3}}""";

    public async Task InitializeAsync()
    {
        orders = await FakeBackend.StartAsync(http => http.Response.WriteAsync(answer));
        asks = await FakeBackend.StartAsync(http => http.Response.WriteAsync(decision));
        local = new LocalFixture(new LocalOptions { Port = 0, LambdaTargets = [Target("orders", orders), Target("asks", asks)] });
        await local.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await local.DisposeAsync();
        await orders.DisposeAsync();
        await asks.DisposeAsync();
    }

    [Fact]
    public async Task Format2_Event_IsThatOfTheRequest()
    {
        var api = await DeployedHttpApi.NewAsync(local, "dev");
        await api.RouteAsync("GET /pets/{name}", Integration("2.0"));

        var got = await api.SendAsync("GET", "/pets/a%20b?x=1&x=%20", ("Cookie", "a=1; b=2"));

        Assert.Equal((200, """{"made": true}""", "application/json"), (got.Status, got.Body, got.Headers["Content-Type"]));
        var made = JsonNode.Parse(Assert.Single(orders.Requests).Body)!;
        Assert.Equal(
            ("2.0", "GET /pets/{name}", "/dev/pets/a b", "x=1&x=%20"), (Text(made["version"]), Text(made["routeKey"]), Text(made["rawPath"]), Text(made["rawQueryString"])));
        Assert.Equal("""["a=1","b=2"]""", made["cookies"]!.ToJsonString());
        Assert.Equal("""{"name":"a b"}""", made["pathParameters"]!.ToJsonString());
        Assert.Equal("127.0.0.1", Text(made["headers"]!["x-forwarded-for"]));
        Assert.Equal(local.Address.Authority, Text(made["headers"]!["host"]));
    }

    [Fact]
    public async Task Format1_Event_IsThatOfTheRequest()
    {
        var api = await DeployedHttpApi.NewAsync(local);
        await api.RouteAsync("$default", Integration("1.0"));
        answer = """{"statusCode": 418, "body": "short", "headers": {"Content-Type": "text/plain"}}""";

        var got = await api.GetAsync("/teapot");

        Assert.Equal((418, "short"), (got.Status, got.Body));
        var made = JsonNode.Parse(Assert.Single(orders.Requests).Body)!;
        Assert.Equal(("1.0", "$default", "/teapot", "$default"), (Text(made["version"]), Text(made["resource"]), Text(made["path"]), Text(made["requestContext"]!["stage"])));
    }

    [Fact]
    public async Task Function_ThatFails_IsAnInternalError()
    {
        var api = await DeployedHttpApi.NewAsync(local);
        await api.RouteAsync("GET /", Integration("2.0"));
        answer = """{"errorMessage": "boom", "errorType": "Error"}""";

        var got = await api.GetAsync("/");

        Assert.Equal((500, """{"message":"Internal Server Error"}"""), (got.Status, got.Body));
    }

    [Theory]
    [InlineData("""{"isAuthorized": true, "context": {"level": 3}}""", 200)]
    [InlineData("""{"isAuthorized": false}""", 403)]
    [InlineData("""{"isAuthorized": "yes"}""", 500)]
    [InlineData("""{"errorMessage": "boom"}""", 500)]
    public async Task Authorizer_Simple_DecidesYesOrNo(string says, int status)
    {
        decision = says;
        var api = await GuardedAsync(new() { AuthorizerPayloadFormatVersion = "2.0", EnableSimpleResponses = true });

        var got = await api.SendAsync("GET", "/pets", ("X-Key", "k"));

        Assert.Equal(status, got.Status);
        var asked = JsonNode.Parse(Assert.Single(asks.Requests).Body)!;
        Assert.Equal(
            ("2.0", "REQUEST", $"arn:aws:execute-api:us-east-1:123456789012:{api.Id}/$default/GET/pets", "GET /pets"),
            (Text(asked["version"]), Text(asked["type"]), Text(asked["routeArn"]), Text(asked["routeKey"])));
        Assert.Equal("""["k"]""", asked["identitySource"]!.ToJsonString());
        if (status == 200) Assert.Equal("""{"lambda":{"level":3}}""", JsonNode.Parse(Assert.Single(orders.Requests).Body)!["requestContext"]!["authorizer"]!.ToJsonString());
        else Assert.Empty(orders.Requests);
    }

    [Theory]
    [InlineData("Allow", 200)]
    [InlineData("Deny", 403)]
    public async Task Authorizer_Policy_Decides(string effect, int status)
    {
        decision = $$"""{"principalId": "ann", "policyDocument": {"Version": "2012-10-17", "Statement": [{"Action": "execute-api:Invoke", "Effect": "{{effect}}", "Resource": "*"}]} }""";
        var api = await GuardedAsync(new() { AuthorizerPayloadFormatVersion = "1.0" });

        Assert.Equal(status, (await api.SendAsync("GET", "/pets", ("X-Key", "k"))).Status);
        Assert.Equal("k", Text(JsonNode.Parse(Assert.Single(asks.Requests).Body)!["identitySource"]));
    }

    [Fact]
    public async Task Authorizer_MissingIdentity_IsUnauthorizedUnasked()
    {
        var api = await GuardedAsync(new() { AuthorizerPayloadFormatVersion = "2.0", EnableSimpleResponses = true });

        var got = await api.GetAsync("/pets");

        Assert.Equal((401, """{"message":"Unauthorized"}"""), (got.Status, got.Body));
        Assert.Empty(asks.Requests);
    }

    [Fact]
    public async Task Authorizer_WithTtl_IsAskedOncePerIdentity()
    {
        var api = await GuardedAsync(new() { AuthorizerPayloadFormatVersion = "2.0", EnableSimpleResponses = true, AuthorizerResultTtlInSeconds = 3600 });

        foreach (var key in new[] { "a", "b", "a" }) Assert.Equal(200, (await api.SendAsync("GET", "/pets", ("X-Key", key))).Status);

        Assert.Equal(2, asks.Requests.Count);
    }

    private async Task<DeployedHttpApi> GuardedAsync(CreateAuthorizerRequest settings)
    {
        var api = await DeployedHttpApi.NewAsync(local);
        (settings.ApiId, settings.Name, settings.AuthorizerType, settings.IdentitySource) = (api.Id, "asks", "REQUEST", ["$request.header.X-Key"]);
        settings.AuthorizerUri = $"arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/{Asks}/invocations";
        var authorizer = await local.Http.CreateAuthorizerAsync(settings);
        await api.RouteAsync("GET /pets", Integration("2.0"), new() { AuthorizationType = "CUSTOM", AuthorizerId = authorizer.AuthorizerId });
        return api;
    }

    private static CreateIntegrationRequest Integration(string format) => new() { IntegrationType = "AWS_PROXY", IntegrationMethod = "POST", IntegrationUri = Orders, PayloadFormatVersion = format };

    private static LambdaTarget Target(string function, FakeBackend backend) => new(function, new FunctionHost.Address(backend.Address));

    private static string? Text(JsonNode? node) => node?.GetValue<string>();
}

using System.Text;
using System.Text.Json.Nodes;
using DirectRoute.Local.Tests.DataPlane;
using DirectRoute.Local.Tests.Services;
using Microsoft.AspNetCore.Http;

namespace DirectRoute.Local.Tests.Lambda;

public sealed class LambdaIntegrationTests
{
    private const string Answer = """{"statusCode": 201, "headers": {"X-A": "1"}, "body": "made"}""";

    [Fact]
    public async Task Proxy_FunctionAtAnAddress_GetsTheEventOfTheRequest()
    {
        await using var function = await FakeBackend.StartAsync(http => http.Response.WriteAsync(Answer));
        await using var lambda = await LambdaApi.ProxyAsync(LambdaApi.With($"orders={function.Address}run"));
        using var request = new HttpRequestMessage(HttpMethod.Post, lambda.Api.At("//a%20b//c/?x=1&x=2%20")) { Content = new StringContent("""{"n": 1}""", Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Forwarded-For", "192.0.2.7");

        var got = await DeployedApi.SendAsync(request);

        Assert.Equal((201, "made", "1"), (got.Status, got.Body, got.Headers["X-A"]));
        Assert.StartsWith("Root=1-", got.Headers["X-Amzn-Trace-Id"], StringComparison.Ordinal);
        var asked = Assert.Single(function.Requests);
        Assert.Equal(("POST", "/run"), (asked.Method, asked.Target));
        var made = JsonNode.Parse(asked.Body)!;
        Assert.Equal(("/{proxy+}", "/a%20b//c/", "POST"), (Text(made["resource"]), Text(made["path"]), Text(made["httpMethod"])));
        Assert.Equal("""{"x":["1","2 "]}""", made["multiValueQueryStringParameters"]!.ToJsonString());
        Assert.Equal("a%20b//c", Text(made["pathParameters"]!["proxy"]));
        Assert.Equal("""{"n": 1}""", Text(made["body"]));
        Assert.Equal(got.Headers["X-Amzn-Trace-Id"], Text(made["headers"]!["X-Amzn-Trace-Id"]));
        Assert.Equal(("192.0.2.7, 127.0.0.1", "http"), (Text(made["headers"]!["X-Forwarded-For"]), Text(made["headers"]!["X-Forwarded-Proto"])));
        var context = made["requestContext"]!;
        Assert.Equal((lambda.Api.Id, "test", "/test//a%20b//c/"), (Text(context["apiId"]), Text(context["stage"]), Text(context["path"])));
        Assert.Equal(got.Headers["x-amzn-RequestId"], Text(context["requestId"]));
    }

    /// <summary>With <c>--lambda</c> nothing of AWS is needed, not even an endpoint.</summary>
    [Fact]
    public async Task Proxy_FunctionAsACommand_Answers()
    {
        await using var lambda = await LambdaApi.ProxyAsync(LambdaApi.Script("""cat > /dev/null; echo "{\"body\": \"hello\"}" """));

        var got = await lambda.Api.GetAsync("/x");

        Assert.Equal((200, "hello", "application/json"), (got.Status, got.Body, got.Headers["Content-Type"]));
    }

    [Theory]
    [InlineData("exit 1", 502, "Internal server error")]
    [InlineData("echo text", 502, "Internal server error")]
    [InlineData("cat", 502, "Internal server error")]
    public async Task Proxy_FunctionThatFails_IsABadGateway(string script, int status, string message)
    {
        await using var lambda = await LambdaApi.ProxyAsync(LambdaApi.Script(script));

        var got = await lambda.Api.GetAsync("/x");

        Assert.Equal((status, $$"""{"message":"{{message}}"}"""), (got.Status, got.Body));
    }

    [Fact]
    public async Task Proxy_FunctionThatTakesTooLong_IsATimeout()
    {
        await using var lambda = await LambdaApi.ProxyAsync(LambdaApi.Script("exec sleep 1000"), timeout: 50);

        var got = await lambda.Api.GetAsync("/x");

        Assert.Equal((504, """{"message":"Endpoint request timed out"}"""), (got.Status, got.Body));
    }

    [Fact]
    public async Task Proxy_NobodySaidWhereFunctionsRun_SaysSo()
    {
        await using var lambda = await LambdaApi.ProxyAsync(LambdaApi.With("payments=true"));

        var got = await lambda.Api.GetAsync("/x");

        Assert.Equal((504, """{"message":"The local gateway was not told what runs the Lambda function orders."}"""), (got.Status, got.Body));
    }

    [Fact]
    public async Task Proxy_AddressThatAnswersWithAnError_IsAnInternalError()
    {
        await using var function = await FakeBackend.StartAsync(http => { http.Response.StatusCode = 503; return http.Response.WriteAsync(Answer); });
        await using var lambda = await LambdaApi.ProxyAsync(LambdaApi.With($"*={function.Address}"));

        Assert.Equal(500, (await lambda.Api.GetAsync("/x")).Status);
    }

    [Fact]
    public async Task Proxy_EventThatIsTooLarge_IsRefused()
    {
        await using var lambda = await LambdaApi.ProxyAsync(LambdaApi.Script("echo {}"));

        Assert.Equal(413, (await lambda.Api.PostAsync("/x", new ByteArrayContent(new byte[7_000_000]))).Status);
    }

    [Fact]
    public async Task Proxy_FunctionOfTheService_IsASignedInvocationWithTheRole()
    {
        await using var service = await FakeBackend.StartAsync(http => http.Response.WriteAsync(Answer));
        var options = new LocalOptions { Endpoint = ServiceEndpoint.At(service.Address), ChecksRoles = false };
        await using var lambda = await LambdaApi.ProxyAsync(options);

        var got = await lambda.Api.GetAsync("/x");

        Assert.Equal((201, "made"), (got.Status, got.Body));
        var asked = Assert.Single(service.Requests);
        Assert.Equal("/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:orders/invocations", asked.Target);
        Assert.Contains("/us-east-1/lambda/aws4_request", asked.Headers["Authorization"], StringComparison.Ordinal);
        Assert.False(asked.Headers.ContainsKey("X-Amz-Invocation-Type"));
        Assert.Equal("/{proxy+}", Text(JsonNode.Parse(asked.Body)!["resource"]));
    }

    [Theory]
    [InlineData(200, "Unhandled", 502)]
    [InlineData(429, null, 500)]
    [InlineData(404, null, 500)]
    public async Task Proxy_ServiceThatFails_IsTheGatewaysAnswer(int status, string? error, int expected)
    {
        await using var service = await FakeBackend.StartAsync(http =>
        {
            http.Response.StatusCode = status;
            if (error is not null) http.Response.Headers["X-Amz-Function-Error"] = error;
            return http.Response.WriteAsync("""{"errorMessage": "boom"}""");
        });
        await using var lambda = await LambdaApi.ProxyAsync(new LocalOptions { Endpoint = ServiceEndpoint.At(service.Address), ChecksRoles = false });

        var got = await lambda.Api.GetAsync("/x");

        Assert.Equal((expected, """{"message":"Internal server error"}"""), (got.Status, got.Body));
    }

    /// <summary>Without proxy the function gets what the template makes, and its error message chooses the response.</summary>
    [Theory]
    [InlineData("""{"id": "7"}""", 200, "7")]
    [InlineData("""{"errorMessage": "[NotFound] no order 7", "errorType": "NotFound"}""", 404, "missing")]
    public async Task Custom_Function_IsMappedBothWays(string answer, int status, string expected)
    {
        await using var function = await FakeBackend.StartAsync(http => http.Response.WriteAsync(answer));
        await using var lambda = await CustomAsync(LambdaApi.With($"orders={function.Address}"));

        var got = await lambda.Api.GetAsync("/orders?id=7");

        Assert.Equal((status, expected), (got.Status, got.Body));
        Assert.Equal("""{"order": "7"}""", Assert.Single(function.Requests).Body);
    }

    [Fact]
    public async Task Custom_Event_IsAnsweredBeforeTheFunctionEnds()
    {
        var (begun, end) = (new TaskCompletionSource<string>(), new TaskCompletionSource());
        await using var function = await FakeBackend.StartAsync(async http =>
        {
            begun.SetResult(http.Request.Method);
            await end.Task;
        });
        await using var lambda = await CustomAsync(LambdaApi.With($"orders={function.Address}"), new() { ["integration.request.header.X-Amz-Invocation-Type"] = "'Event'" });

        var got = await lambda.Api.GetAsync("/orders?id=7");

        Assert.Equal(200, got.Status);
        Assert.Equal("POST", await begun.Task.WaitAsync(TimeSpan.FromMinutes(1)));
        end.SetResult();
    }

    [Fact]
    public async Task Custom_EventOfTheService_SaysSo()
    {
        await using var service = await FakeBackend.StartAsync(http => { http.Response.StatusCode = 202; return Task.CompletedTask; });
        await using var lambda = await CustomAsync(
            new LocalOptions { Endpoint = ServiceEndpoint.At(service.Address), ChecksRoles = false }, new() { ["integration.request.header.X-Amz-Invocation-Type"] = "'Event'" });

        Assert.Equal(200, (await lambda.Api.GetAsync("/orders?id=7")).Status);
        Assert.Equal("Event", Assert.Single(service.Requests).Headers["X-Amz-Invocation-Type"]);
    }

    private static Task<LambdaApi> CustomAsync(LocalOptions options, Dictionary<string, string>? parameters = null) => LambdaApi.NewAsync(options, async lambda =>
    {
        var api = lambda.Api;
        await api.MethodAsync(
            "GET", "/orders",
            new()
            {
                Type = "AWS",
                IntegrationHttpMethod = "POST",
                Uri = LambdaApi.Uri,
                RequestParameters = parameters,
                RequestTemplates = new() { ["application/json"] = """{"order": "$input.params('id')"}""" },
            },
            new() { ResponseTemplates = new() { ["application/json"] = "$input.path('$.id')" } });
        var resource = await api.ResourceAsync("/orders");
        await lambda.Local.Rest.PutMethodResponseAsync(new() { RestApiId = api.Id, ResourceId = resource, HttpMethod = "GET", StatusCode = "404" });
        await lambda.Local.Rest.PutIntegrationResponseAsync(new()
        {
            RestApiId = api.Id,
            ResourceId = resource,
            HttpMethod = "GET",
            StatusCode = "404",
            SelectionPattern = @"\[NotFound\].*",
            ResponseTemplates = new() { ["application/json"] = "missing" },
        });
    });

    private static string? Text(JsonNode? node) => node?.GetValue<string>();
}

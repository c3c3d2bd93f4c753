using System.Text;
using DirectRoute.Local.Tests.Services;
using Microsoft.AspNetCore.Http;

namespace DirectRoute.Local.Tests.DataPlane;

public sealed class IntegrationCallTests : IAsyncLifetime
{
    private readonly TaskCompletionSource release = new();
    private FakeBackend backend = null!;
    private LocalFixture local = null!;

    public async Task InitializeAsync()
    {
        backend = await FakeBackend.StartAsync(AnswerAsync);
        local = new LocalFixture(new LocalOptions { Port = 0, Endpoint = ServiceEndpoint.At(backend.Address), ChecksRoles = false });
        await local.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        release.TrySetResult();
        await local.DisposeAsync();
        await backend.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext http)
    {
        if (http.Request.Path.StartsWithSegments("/stuck")) await release.Task;
        if (http.Request.Path.StartsWithSegments("/broken"))
        {
            http.Abort();
            return;
        }
        http.Response.StatusCode = http.Request.Path.StartsWithSegments("/teapot") ? 418 : 200;
        http.Response.Headers["X-Backend"] = "yes";
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync("""{"MessageId": "m-1"}""");
    }

    [Theory]
    [InlineData("arn:aws:iam::210987654321:role/writer", "arn:aws:iam::210987654321:role/writer")]
    [InlineData(null, "arn:aws:iam::123456789012:role/aws-service-role/ops.apigateway.amazonaws.com/AWSServiceRoleForAPIGateway")]
    public async Task Aws_EmulatorHasSts_CallIsMadeInASessionOfTheRole(string? role, string assumed)
    {
        backend.SessionKey = "ASIASESSION";
        var api = await DeployedApi.NewAsync(local);
        await api.MethodAsync("POST", "/items", new()
        {
            Type = "AWS",
            IntegrationHttpMethod = "POST",
            Uri = "arn:aws:apigateway:eu-west-1:dynamodb:action/PutItem",
            Credentials = role,
        });
        await api.DeployAsync();

        await api.PostAsync("/items", new StringContent("{}", Encoding.UTF8, "application/json"));
        await api.PostAsync("/items", new StringContent("{}", Encoding.UTF8, "application/json"));

        Assert.Equal([assumed], backend.SessionRoles);
        Assert.All(backend.Requests, asked => Assert.StartsWith("AWS4-HMAC-SHA256 Credential=ASIASESSION/", asked.Headers["Authorization"], StringComparison.Ordinal));
        Assert.All(backend.Requests, asked => Assert.Equal("token", asked.Headers["X-Amz-Security-Token"]));
        Assert.Equal(2, backend.Requests.Count);
    }

    [Fact]
    public async Task Aws_Action_IsASignedCallOfTheService()
    {
        var api = await DeployedApi.NewAsync(local);
        await api.MethodAsync("POST", "/items", new()
        {
            Type = "AWS",
            IntegrationHttpMethod = "POST",
            Uri = "arn:aws:apigateway:eu-west-1:dynamodb:action/PutItem",
            RequestTemplates = new() { ["application/json"] = """{"Item": {"id": {"S": "$input.path('$.id')"}}}""" },
        });
        await api.DeployAsync();

        var got = await api.PostAsync("/items", new StringContent("""{"id": "7"}""", Encoding.UTF8, "application/json"));

        Assert.Equal((200, """{"MessageId": "m-1"}"""), (got.Status, got.Body));
        Assert.StartsWith("Root=1-", got.Headers["X-Amzn-Trace-Id"], StringComparison.Ordinal);
        Assert.False(got.Headers.ContainsKey("X-Backend"));
        var asked = Assert.Single(backend.Requests);
        Assert.Equal(("POST", "/", """{"Item": {"id": {"S": "7"}}}"""), (asked.Method, asked.Target, asked.Body));
        Assert.Equal("DynamoDB_20120810.PutItem", asked.Headers["X-Amz-Target"]);
        Assert.Equal($"AmazonAPIGateway_{api.Id}", asked.Headers["User-Agent"]);
        Assert.Equal(api.Id, asked.Headers["x-amzn-apigateway-api-id"]);
        Assert.Equal($"arn:aws:execute-api:us-east-1:123456789012:{api.Id}/test/POST/items", asked.Headers["X-Amz-Source-Arn"]);
        Assert.Matches("Credential=local/[0-9]{8}/eu-west-1/dynamodb/aws4_request, SignedHeaders=[a-z0-9;-]*host[a-z0-9;-]*, Signature=[0-9a-f]{64}$", asked.Headers["Authorization"]);
    }

    [Fact]
    public async Task Aws_Path_KeepsPathAndMappedHeaders()
    {
        var api = await DeployedApi.NewAsync(local);
        await api.MethodAsync("POST", "/send", new()
        {
            Type = "AWS",
            IntegrationHttpMethod = "POST",
            Uri = "arn:aws:apigateway:us-east-1:sqs:path/123456789012/my-test-queue",
            RequestParameters = new() { ["integration.request.header.Content-Type"] = "'application/x-www-form-urlencoded'" },
            RequestTemplates = new() { ["application/json"] = "Action=SendMessage&MessageBody=$util.urlEncode($input.body)" },
        });
        await api.DeployAsync();

        await api.PostAsync("/send", new StringContent("{\"a\":1}", Encoding.UTF8, "application/json"));

        var asked = Assert.Single(backend.Requests);
        Assert.Equal(("/123456789012/my-test-queue", "Action=SendMessage&MessageBody=%7B%22a%22%3A1%7D"), (asked.Target, asked.Body));
        Assert.Equal("application/x-www-form-urlencoded", asked.Headers["Content-Type"]);
        Assert.Contains("/us-east-1/sqs/aws4_request", asked.Headers["Authorization"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Aws_ActionOfTheQueryProtocol_IsInTheQueryString()
    {
        var api = await DeployedApi.NewAsync(local);
        await api.MethodAsync("GET", "/", new() { Type = "AWS", IntegrationHttpMethod = "POST", Uri = "arn:aws:apigateway:us-east-1:email:action/ListIdentities&Version=2010-12-01" });
        await api.DeployAsync();

        await api.GetAsync("/");

        var asked = Assert.Single(backend.Requests);
        Assert.Equal("/?Version=2010-12-01&Action=ListIdentities", asked.Target);
        Assert.Contains("/us-east-1/ses/aws4_request", asked.Headers["Authorization"], StringComparison.Ordinal);
    }

    /// <summary>Recorded on AWS: answers of HTTP_PROXY carry no trace id, and some headers of the backend come behind a prefix.</summary>
    [Fact]
    public async Task HttpProxy_Request_GoesThroughAsItCame()
    {
        var api = await DeployedApi.NewAsync(local);
        await api.MethodAsync("ANY", "/{proxy+}", new()
        {
            Type = "HTTP_PROXY",
            IntegrationHttpMethod = "ANY",
            Uri = backend.Address + "teapot/{proxy}",
            RequestParameters = new() { ["integration.request.path.proxy"] = "method.request.path.proxy" },
        }, settings: new() { RequestParameters = new() { ["method.request.path.proxy"] = true } });
        await api.DeployAsync();

        var got = await api.PostAsync("/a/b%20c?x=1&x=2", new ByteArrayContent("body"u8.ToArray()));

        Assert.Equal((418, """{"MessageId": "m-1"}"""), (got.Status, got.Body));
        Assert.Equal("yes", got.Headers["X-Backend"]);
        Assert.True(got.Headers.ContainsKey("x-amzn-Remapped-Date"));
        Assert.False(got.Headers.ContainsKey("X-Amzn-Trace-Id"));
        var asked = Assert.Single(backend.Requests);
        Assert.Equal(("POST", "/teapot/a/b%20c?x=1&x=2", "body"), (asked.Method, asked.Target, asked.Body));
    }

    [Theory]
    [InlineData("broken", 504, "Network error communicating with endpoint")]
    [InlineData("stuck", 504, "Endpoint request timed out")]
    public async Task Http_BackendFails_IsTheGatewaysAnswer(string path, int status, string message)
    {
        var api = await DeployedApi.NewAsync(local);
        await api.MethodAsync("GET", "/", new() { Type = "HTTP", IntegrationHttpMethod = "GET", Uri = backend.Address + path, TimeoutInMillis = 50 + (path == "broken" ? 20_000 : 0) });
        await api.DeployAsync();

        var got = await api.GetAsync("/");

        Assert.Equal((status, $$"""{"message":"{{message}}"}"""), (got.Status, got.Body));
    }
}

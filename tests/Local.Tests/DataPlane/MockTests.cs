using System.Text;
using System.Text.Json.Nodes;

namespace DirectRoute.Local.Tests.DataPlane;

public sealed class MockTests(LocalFixture local) : IClassFixture<LocalFixture>
{
    [Fact]
    public async Task Mock_Template_IsRenderedWithContextAndVariables()
    {
        var api = await DeployedApi.NewAsync(local);
        await api.MockAsync("GET", "/users/{userId}", """
            {"user": "$input.params('userId')", "stage": "$context.stage", "resource": "$context.resourcePath", "path": "$context.path",
             "request": "$context.requestId", "ip": "$context.identity.sourceIp", "time": "$context.requestTime", "q": "$input.params('q')"}
            """);
        await api.DeployAsync();

        var got = await api.GetAsync("/users/a%20b?q=x%26y");

        Assert.Equal(200, got.Status);
        var body = JsonNode.Parse(got.Body)!;
        Assert.Equal("a%20b", (string?)body["user"]);
        Assert.Equal("test", (string?)body["stage"]);
        Assert.Equal("/users/{userId}", (string?)body["resource"]);
        Assert.Equal("/test/users/a%20b", (string?)body["path"]);
        Assert.Equal("127.0.0.1", (string?)body["ip"]);
        Assert.Equal("x&y", (string?)body["q"]);
        Assert.Matches(@"^\d{2}/[A-Z][a-z]{2}/\d{4}:\d{2}:\d{2}:\d{2} \+0000$", (string?)body["time"]);
        Assert.Equal(got.Headers["x-amzn-RequestId"], (string?)body["request"]);
    }

    /// <summary>Recorded on AWS: answers of a MOCK carry no trace id.</summary>
    [Fact]
    public async Task Mock_Answer_HasIdsButNoTrace()
    {
        var api = await DeployedApi.NewAsync(local);
        await api.MockAsync("GET", "/", "{}");
        await api.DeployAsync();

        var got = await api.GetAsync("/");

        Assert.Equal(200, got.Status);
        Assert.Equal("application/json", got.Headers["Content-Type"]);
        Assert.True(Guid.TryParse(got.Headers["x-amzn-RequestId"], out _));
        Assert.Equal(16, got.Headers["x-amz-apigw-id"].Length);
        Assert.False(got.Headers.ContainsKey("X-Amzn-Trace-Id"));
    }

    /// <summary>Recorded on AWS: overrides of the request template reach the client.</summary>
    [Fact]
    public async Task Mock_OverridesInRequestTemplate_ReachTheClient()
    {
        var api = await DeployedApi.NewAsync(local);
        await api.MethodAsync("GET", "/", new()
        {
            Type = "MOCK",
            RequestTemplates = new()
            {
                ["application/json"] = """#set($context.responseOverride.status = 444)#set($context.responseOverride.header.foo = "bar"){"statusCode": 200}""",
            },
        });
        await api.DeployAsync();

        var got = await api.GetAsync("/");

        Assert.Equal(444, got.Status);
        Assert.Equal("bar", got.Headers["foo"]);
    }

    [Fact]
    public async Task Passthrough_NeverWithOtherType_Is415()
    {
        var api = await DeployedApi.NewAsync(local);
        await api.MethodAsync("POST", "/", new()
        {
            Type = "MOCK",
            PassthroughBehavior = "NEVER",
            RequestTemplates = new() { ["application/json"] = """{"statusCode": 200}""" },
        });
        await api.DeployAsync();

        var got = await api.PostAsync("/", new StringContent("a=b", Encoding.UTF8, "application/x-www-form-urlencoded"));

        Assert.Equal((415, """{"message":"Unsupported Media Type"}"""), (got.Status, got.Body));
        Assert.Equal("BadRequestException", got.Headers["x-amzn-ErrorType"]);
    }

    /// <summary>Recorded on AWS: the message and the order of the names.</summary>
    [Fact]
    public async Task Validator_MissingParameterAndBadBody_Are400()
    {
        var api = await DeployedApi.NewAsync(local);
        var validator = await local.Rest.CreateRequestValidatorAsync(new() { RestApiId = api.Id, Name = "all", ValidateRequestBody = true, ValidateRequestParameters = true });
        await local.Rest.CreateModelAsync(new() { RestApiId = api.Id, Name = "Message", ContentType = "application/json", Schema = """{"type": "object", "required": ["message"]}""" });
        await api.MethodAsync(
            "POST", "/", new() { Type = "MOCK", RequestTemplates = new() { ["application/json"] = """{"statusCode": 200}""" } }, null,
            new()
            {
                RequestValidatorId = validator.Id,
                RequestParameters = new() { ["method.request.querystring.qs1"] = true },
                RequestModels = new() { ["application/json"] = "Message" },
            });
        await api.DeployAsync();

        var missing = await api.PostAsync("/", Json("""{"message": 1}"""));
        var bad = await api.PostAsync("/?qs1=1", Json("""{"other": 1}"""));
        var good = await api.PostAsync("/?qs1=1", Json("""{"message": 1}"""));

        Assert.Equal((400, """{"message":"Missing required request parameters: [qs1]"}"""), (missing.Status, missing.Body));
        Assert.Equal((400, """{"message":"Invalid request body"}"""), (bad.Status, bad.Body));
        Assert.Equal(200, good.Status);
    }

    [Fact]
    public async Task Method_WithAuthorization_IsNotServedAsIfItWereOpen()
    {
        var api = await DeployedApi.NewAsync(local);
        await api.MethodAsync(
            "GET", "/", new() { Type = "MOCK", RequestTemplates = new() { ["application/json"] = """{"statusCode": 200}""" } }, null, new() { AuthorizationType = "AWS_IAM" });
        await api.DeployAsync();

        var got = await api.GetAsync("/");

        Assert.Equal(403, got.Status);
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");
}

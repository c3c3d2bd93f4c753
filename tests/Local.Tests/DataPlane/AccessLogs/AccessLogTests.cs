using DirectRoute.Local.ControlPlane.Rest;
using DirectRoute.Local.DataPlane.AccessLogs;
using DirectRoute.Local.Tests.Services;
using DirectRoute.Testing;

namespace DirectRoute.Local.Tests.DataPlane.AccessLogs;

public sealed class AccessLogTests : IAccessLogSink, IDisposable
{
    private const string LogGroup = "arn:aws:logs:us-east-1:123456789012:log-group:access";
    private readonly List<(string Destination, string Line)> lines = [];
    private readonly ManualTimeProvider clock = new(new DateTimeOffset(2026, 11, 21, 7, 8, 9, 10, TimeSpan.Zero));
    private readonly TestStage stage;

    public AccessLogTests() =>
        stage = new TestStage(
            new LocalOptions { AccessLog = this, Clock = clock }, null,
            TestStage.Resource("/users/{id}", template: "{\"a\": 1}"), TestStage.Resource("/keyed", apiKeyRequired: true), TestStage.Resource("/head", "HEAD", template: "body"));

    public void Dispose() => stage.Dispose();

    void IAccessLogSink.Write(string destinationArn, string line) => lines.Add((destinationArn, line));

    private async Task<string> LineAsync(string format, string method, string path)
    {
        stage.Set(s => s with { AccessLogSettings = new AccessLogSettings(format, LogGroup) });
        await stage.SendAsync(method, path, ("User-Agent", "tests"));
        var (destination, line) = Assert.Single(lines);
        Assert.Equal(LogGroup, destination);
        return line;
    }

    [Theory]
    [InlineData("$context.apiId $context.accountId $context.stage $context.deploymentId", "a1b2c3d4e5 123456789012 test d1")]
    [InlineData("$context.httpMethod $context.path $context.resourcePath $context.protocol", "GET /test/users/7 /users/{id} HTTP/1.1")]
    [InlineData("$context.domainName $context.domainPrefix", "a1b2c3d4e5.execute-api.us-east-1.amazonaws.com a1b2c3d4e5")]
    [InlineData("$context.requestTime $context.requestTimeEpoch", "21/Nov/2026:07:08:09 +0000 1795244889010")]
    [InlineData("$context.identity.sourceIp $context.identity.userAgent $context.identity.apiKey", "127.0.0.1 tests -")]
    [InlineData("$context.status $context.responseLength $context.responseLatency", "200 8 0")]
    [InlineData("$context.integrationLatency $context.integrationStatus $context.integration.status", "- - -")]
    [InlineData("$context.error.message $context.error.messageString $context.error.responseType", "- - -")]
    [InlineData("$context.authorizer.principalId $context.authorizer.claims $context.awsEndpointRequestId $context.wafResponseCode", "- - - -")]
    public async Task Completed_Answer_IsWrittenInTheStagesFormat(string format, string expected) =>
        Assert.Equal(expected, await LineAsync(format, "GET", "/users/7"));

    [Theory]
    [InlineData("/keyed", "403 Forbidden \"Forbidden\" INVALID_API_KEY /keyed")]
    [InlineData("/nothing", "403 Missing Authentication Token \"Missing Authentication Token\" MISSING_AUTHENTICATION_TOKEN -")]
    public async Task Completed_Refusal_SaysWhy(string path, string expected) => Assert.Equal(
        expected, await LineAsync("$context.status $context.error.message $context.error.messageString $context.error.responseType $context.resourcePath", "GET", path));

    [Fact]
    public async Task Completed_Head_HasNoLength() => Assert.Equal("200 0", await LineAsync("$context.status $context.responseLength", "HEAD", "/head"));

    [Fact]
    public async Task Completed_Ids_AreThoseOfTheAnswer()
    {
        stage.Set(s => s with { AccessLogSettings = new AccessLogSettings("$context.requestId $context.extendedRequestId", LogGroup) });

        var got = await stage.SendAsync("GET", "/users/7");

        Assert.Equal($"{got.Headers["x-amzn-RequestId"]} {got.Headers["x-amz-apigw-id"]}", Assert.Single(lines).Line);
    }

    [Fact]
    public async Task Completed_StageWithoutFormat_WritesNothing()
    {
        await stage.SendAsync("GET", "/users/7");
        stage.Set(s => s with { AccessLogSettings = new AccessLogSettings(null, LogGroup) });
        await stage.SendAsync("GET", "/users/7");

        Assert.Empty(lines);
    }

    [Theory]
    [InlineData("fine", "418 200 418 418 b-1 -")]
    [InlineData("broken", "- 504 - - - http")]
    public async Task Completed_Backend_IsSeen(string path, string expected)
    {
        await using var backend = await FakeBackend.StartAsync(http =>
        {
            if (http.Request.Path == "/broken") http.Abort();
            http.Response.StatusCode = 418;
            http.Response.Headers["x-amzn-RequestId"] = "b-1";
            return Task.CompletedTask;
        });
        var local = new LocalFixture(new LocalOptions { Port = 0, AccessLog = this });
        await local.InitializeAsync();
        var api = await DeployedApi.NewAsync(local);
        await api.MethodAsync("GET", "/", new() { Type = "HTTP", IntegrationHttpMethod = "GET", Uri = backend.Address + path });
        await api.DeployAsync();
        await local.Rest.UpdateStageAsync(new()
        {
            RestApiId = api.Id,
            StageName = "test",
            PatchOperations =
            [
                new() { Op = "replace", Path = "/accessLogSettings/destinationArn", Value = LogGroup },
                new()
                {
                    Op = "replace",
                    Path = "/accessLogSettings/format",
                    Value = "$context.integrationStatus $context.status $context.integration.status $context.integration.integrationStatus " +
                        "$context.awsEndpointRequestId $context.integrationErrorMessage",
                },
            ],
        });

        await api.GetAsync("/");
        await local.DisposeAsync();

        Assert.StartsWith(expected, Assert.Single(lines).Line, StringComparison.Ordinal);
    }
}

using Amazon.APIGateway;
using Amazon.Runtime;
using DirectRoute.Aws.Tests.Support;
using DirectRoute.Testing;
using Microsoft.AspNetCore.Http;

namespace DirectRoute.Aws.Tests.Failures;

/// <summary>An answer that is not whole is never a success.</summary>
public sealed class BodyFailureTests
{
    private const string Body = """{"id": "a1b2c3", "name": "orders"}""";

    [Fact]
    public async Task Answer_CutBeforeItsLength_IsServiceException()
    {
        var reading = new TaskCompletionSource();
        await using var endpoint = await RecordingEndpoint.StartAsync(async context =>
        {
            context.Response.ContentLength = Body.Length;
            await context.Response.WriteAsync(Body[..20]);
            await context.Response.Body.FlushAsync();
            await reading.Task;
            context.Abort();
        });
        var clock = new ManualTimeProvider();
        using var client = Clients.ApiGateway(endpoint.Url, new() { MaxErrorRetry = 0, Clock = clock });

        var call = client.GetRestApiAsync(new() { RestApiId = "a1b2c3" });
        await Eventually.HoldsAsync("the body is being read", () => clock.WaitingTimers > 0);
        reading.SetResult();
        var error = await Assert.ThrowsAsync<AmazonServiceException>(() => call);

        Assert.IsAssignableFrom<IOException>(error.InnerException);
        Assert.Contains("GetRestApi", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ChunkedAnswer_CutAfterAWholeDocument_IsServiceException()
    {
        await using var endpoint = await RecordingEndpoint.StartAsync(async context =>
        {
            await context.Response.WriteAsync(Body);
            await context.Response.Body.FlushAsync();
            context.Abort();
        });
        using var client = Clients.ApiGateway(endpoint.Url);

        await Assert.ThrowsAsync<AmazonServiceException>(() => client.GetRestApiAsync(new() { RestApiId = "a1b2c3" }));
    }

    [Fact]
    public async Task ErrorAnswer_Cut_IsServiceException()
    {
        await using var endpoint = await RecordingEndpoint.StartAsync(async context =>
        {
            context.Response.StatusCode = 404;
            context.Response.ContentLength = 100;
            await context.Response.WriteAsync("{");
            await context.Response.Body.FlushAsync();
            context.Abort();
        });
        using var client = Clients.ApiGateway(endpoint.Url);

        await Assert.ThrowsAsync<AmazonServiceException>(() => client.GetRestApiAsync(new() { RestApiId = "a1b2c3" }));
    }

    [Fact]
    public async Task Answer_CutOnce_IsAskedForAgain()
    {
        await using var endpoint = await RecordingEndpoint.StartAsync(
            async context =>
            {
                context.Response.ContentLength = Body.Length;
                await context.Response.WriteAsync(Body[..5]);
                await context.Response.Body.FlushAsync();
                context.Abort();
            },
            RecordingEndpoint.Answer(200, Body));
        using var client = Clients.ApiGateway(endpoint.Url, new() { MaxErrorRetry = 1 });

        var response = await client.GetRestApiAsync(new() { RestApiId = "a1b2c3" });

        Assert.Equal("orders", response.Name);
        Assert.Equal(2, endpoint.Requests.Count);
    }

    [Theory]
    [InlineData("""{"id": "a1b2c3", "na""")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("<html>Sign in to the network</html>")]
    [InlineData("""{"name": {"nested": 1}}""")]
    [InlineData("""{"createdDate": "yesterday"}""")]
    [InlineData("""{"createdDate": 1e300}""")]
    [InlineData("""{"apiKeySource": 7}""")]
    public async Task JsonSuccess_ThatIsNotTheShape_IsUnmarshallingException(string body)
    {
        await using var endpoint = await RecordingEndpoint.StartAsync(200, body, ("x-amzn-RequestId", "id"));
        using var client = Clients.ApiGateway(endpoint.Url);

        await Assert.ThrowsAsync<AmazonUnmarshallingException>(() => client.GetRestApiAsync(new() { RestApiId = "a1b2c3" }));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not xml")]
    [InlineData("<GetRoleResponse><GetRoleResult><Role>")]
    [InlineData("<GetRoleResponse/>")]
    [InlineData("<OtherResponse><GetRoleResult/></OtherResponse>")]
    [InlineData("<html><body>Sign in to the network</body></html>")]
    [InlineData("<GetRoleResponse><GetRoleResult><Role><MaxSessionDuration>an hour</MaxSessionDuration></Role></GetRoleResult></GetRoleResponse>")]
    [InlineData("<GetRoleResponse><GetRoleResult><Role><MaxSessionDuration>99999999999</MaxSessionDuration></Role></GetRoleResult></GetRoleResponse>")]
    [InlineData("<GetRoleResponse><GetRoleResult><Role><CreateDate>yesterday</CreateDate></Role></GetRoleResult></GetRoleResponse>")]
    [InlineData("<!DOCTYPE x [<!ENTITY e \"x\">]><GetRoleResponse><GetRoleResult><Role><Path>&e;</Path></Role></GetRoleResult></GetRoleResponse>")]
    public async Task XmlSuccess_ThatIsNotTheShape_IsUnmarshallingException(string body)
    {
        await using var endpoint = await RecordingEndpoint.StartAsync(200, body);
        using var client = Clients.Iam(endpoint.Url);

        await Assert.ThrowsAsync<AmazonUnmarshallingException>(() => client.GetRoleAsync(new() { RoleName = "r" }));
    }

    [Fact]
    public async Task Answer_WithoutEnd_IsServiceException()
    {
        await using var endpoint = await RecordingEndpoint.StartAsync(async context =>
        {
            var chunk = new byte[1 << 20];
            while (!context.RequestAborted.IsCancellationRequested) await context.Response.Body.WriteAsync(chunk, context.RequestAborted);
        });
        using var client = Clients.ApiGateway(endpoint.Url);

        var error = await Assert.ThrowsAsync<AmazonServiceException>(() => client.GetRestApiAsync(new() { RestApiId = "a1b2c3" }));

        Assert.Contains("larger than", error.InnerException!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(400, "<html>Bad Gateway</html>")]
    [InlineData(403, "")]
    [InlineData(500, "[1, 2]")]
    [InlineData(503, "\"x\"")]
    [InlineData(502, "{\"message\": 7, \"__type\": {}}")]
    public async Task JsonError_NobodyModelled_IsTheBaseExceptionWithAnExcerpt(int status, string body)
    {
        await using var endpoint = await RecordingEndpoint.StartAsync(status, body);
        using var client = Clients.ApiGateway(endpoint.Url);

        var error = await Assert.ThrowsAsync<AmazonAPIGatewayException>(() => client.GetRestApiAsync(new() { RestApiId = "a1b2c3" }));

        Assert.Equal(status, (int)error.StatusCode);
        Assert.Equal(status < 500 ? ErrorType.Sender : ErrorType.Receiver, error.ErrorType);
        Assert.Contains(body.Length == 0 ? "none" : body, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task JsonError_LongBody_IsCutInTheMessage()
    {
        await using var endpoint = await RecordingEndpoint.StartAsync(502, new string('x', 100_000));
        using var client = Clients.ApiGateway(endpoint.Url);

        var error = await Assert.ThrowsAsync<AmazonAPIGatewayException>(() => client.GetRestApiAsync(new() { RestApiId = "a1b2c3" }));

        Assert.InRange(error.Message.Length, 500, 1000);
    }

    [Theory]
    [InlineData(500, "<html>Internal Server Error")]
    [InlineData(403, "")]
    [InlineData(503, "<ErrorResponse><Other/></ErrorResponse>")]
    public async Task XmlError_NobodyModelled_IsTheBaseException(int status, string body)
    {
        await using var endpoint = await RecordingEndpoint.StartAsync(status, body);
        using var client = Clients.Iam(endpoint.Url);

        var error = await Assert.ThrowsAsync<Amazon.IdentityManagement.AmazonIdentityManagementServiceException>(
            () => client.GetRoleAsync(new() { RoleName = "r" }));

        Assert.Equal(status, (int)error.StatusCode);
    }
}

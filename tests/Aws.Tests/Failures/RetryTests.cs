using System.Globalization;
using System.Reflection;
using Amazon.APIGateway;
using Amazon.APIGateway.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using DirectRoute.Aws.Protocol.Pipeline;
using DirectRoute.Aws.Tests.Support;
using DirectRoute.Testing;

namespace DirectRoute.Aws.Tests.Failures;

/// <summary>Retries wait as long as the service says, and end where the caller says.</summary>
public sealed class RetryTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ManualTimeProvider clock = new(Start);

    public static TheoryData<string> FiveSeconds => ["5", Start.AddSeconds(5).ToString("R", CultureInfo.InvariantCulture)];

    [Theory]
    [MemberData(nameof(FiveSeconds))]
    public async Task RetryAfter_SecondsOrDate_IsWaitedFor(string retryAfter)
    {
        await using var endpoint = await RecordingEndpoint.StartAsync(
            RecordingEndpoint.Answer(429, """{"message": "slow down"}""", ("x-amzn-ErrorType", "TooManyRequestsException"), ("Retry-After", retryAfter)),
            RecordingEndpoint.Answer(200, """{"id": "a"}"""));
        using var client = Client(endpoint, retries: 1);

        var call = client.GetRestApiAsync(new() { RestApiId = "a" });
        await WaitingAsync(endpoint, requests: 1);
        clock.Advance(TimeSpan.FromSeconds(4.99));
        Assert.Single(endpoint.Requests);
        Assert.False(call.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(1.5));

        Assert.Equal("a", (await call).Id);
        Assert.Equal(2, endpoint.Requests.Count);
    }

    [Theory]
    [InlineData("21")]
    [InlineData("86400")]
    [InlineData("Sat, 01 Jan 2028 00:00:00 GMT")]
    public async Task RetryAfter_TooFarAway_IsTheCallersToWaitFor(string retryAfter)
    {
        await using var endpoint = await RecordingEndpoint.StartAsync(
            429, "{}", ("x-amzn-ErrorType", "TooManyRequestsException"), ("Retry-After", retryAfter));
        using var client = Client(endpoint, retries: 5);

        var error = await Assert.ThrowsAsync<TooManyRequestsException>(() => client.GetRestApiAsync(new() { RestApiId = "a" }));

        Assert.Equal(retryAfter, error.RetryAfterSeconds);
        Assert.Single(endpoint.Requests);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("soon")]
    [InlineData("99999999999999999999")]
    [InlineData("Thu, 01 Jan 2015 00:00:00 GMT")]
    public async Task RetryAfter_ThatNamesNoWait_IsBackedOffAsUsual(string retryAfter)
    {
        await using var endpoint = await RecordingEndpoint.StartAsync(
            RecordingEndpoint.Answer(429, "{}", ("x-amzn-ErrorType", "TooManyRequestsException"), ("Retry-After", retryAfter)),
            RecordingEndpoint.Answer(200, "{}"));
        using var client = Client(endpoint, retries: 1);

        var call = client.GetRestApiAsync(new() { RestApiId = "a" });
        await AdvanceUntilAsync(call);

        await call;
        Assert.Equal(2, endpoint.Requests.Count);
    }

    [Theory]
    [InlineData(429, "{}")]
    [InlineData(429, "<html>Too many requests</html>")]
    [InlineData(500, "")]
    [InlineData(502, "<html>Bad gateway</html>")]
    [InlineData(503, "{}")]
    [InlineData(504, "")]
    public async Task PassingError_IsRetriedWithinTheLimit(int status, string body)
    {
        await using var endpoint = await RecordingEndpoint.StartAsync(status, body);
        using var client = Client(endpoint, retries: 2);

        var call = client.GetRestApiAsync(new() { RestApiId = "a" });
        await AdvanceUntilAsync(call);

        await Assert.ThrowsAnyAsync<AmazonAPIGatewayException>(() => call);
        Assert.Equal(3, endpoint.Requests.Count);
    }

    [Theory]
    [InlineData(400, "BadRequestException")]
    [InlineData(401, "UnauthorizedException")]
    [InlineData(404, "NotFoundException")]
    [InlineData(409, "ConflictException")]
    public async Task LastingError_IsNotRetried(int status, string code)
    {
        await using var endpoint = await RecordingEndpoint.StartAsync(status, "{}", ("x-amzn-ErrorType", code));
        using var client = Client(endpoint, retries: 5);

        await Assert.ThrowsAnyAsync<AmazonAPIGatewayException>(() => client.GetRestApiAsync(new() { RestApiId = "a" }));

        Assert.Single(endpoint.Requests);
    }

    [Theory]
    [InlineData(429, "1")]
    [InlineData(500, "1")]
    [InlineData(503, null)]
    public async Task MaxErrorRetryZero_NeverRetries(int status, string? retryAfter)
    {
        await using var endpoint = await RecordingEndpoint.StartAsync(status, "{}", retryAfter is null ? [] : [("Retry-After", retryAfter)]);
        using var client = Client(endpoint, retries: 0);

        await Assert.ThrowsAsync<AmazonAPIGatewayException>(() => client.GetRestApiAsync(new() { RestApiId = "a" }));

        Assert.Single(endpoint.Requests);
        Assert.Equal(0, clock.WaitingTimers);
    }

    [Fact]
    public async Task MaxErrorRetryZero_RetryAfter_IsWithTheException()
    {
        await using var endpoint = await RecordingEndpoint.StartAsync(429, "<html/>", ("Retry-After", "7"));
        using var client = Client(endpoint, retries: 0);

        var error = await Assert.ThrowsAsync<AmazonAPIGatewayException>(() => client.GetRestApiAsync(new() { RestApiId = "a" }));

        var response = Assert.IsType<HttpErrorResponseException>(error.InnerException).Response;
        Assert.Equal("7", response.GetHeaderValue("Retry-After"));
    }

    [Theory]
    [InlineData(RequestRetryMode.Standard)]
    [InlineData(RequestRetryMode.Adaptive)]
    public void RetryMode_Any_IsServedByTheSamePolicy(RequestRetryMode mode)
    {
        using var client = Clients.ApiGateway("http://localhost", new() { RetryMode = mode });

        var pipeline = (RuntimePipeline)typeof(AmazonServiceClient)
            .GetProperty("RuntimePipeline", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(client)!;

        Assert.IsType<RetryAfterPolicy>(Assert.Single(pipeline.Handlers.OfType<RetryHandler>()).RetryPolicy);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(4, 8)]
    [InlineData(6, 20)]
    [InlineData(60, 20)]
    public void Backoff_OfEachRetry_StaysUnderItsCeiling(int retry, int seconds)
    {
        var policy = new RetryAfterPolicy(new AmazonAPIGatewayConfig { ServiceURL = "http://localhost" }, clock);
        var context = new Amazon.Runtime.Internal.ExecutionContext(new RequestContext(false) { Retries = retry }, new ResponseContext());

        var waits = Enumerable.Range(0, 100).Select(_ => policy.WaitBeforeRetryAsync(context)).ToList();
        clock.Advance(TimeSpan.FromSeconds(seconds / 2.0));
        Assert.Contains(waits, wait => !wait.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(seconds / 2.0));

        Assert.All(waits, wait => Assert.True(wait.IsCompletedSuccessfully));
    }

    [Fact]
    public async Task IamThrottling_IsRetried()
    {
        await using var endpoint = await RecordingEndpoint.StartAsync(
            RecordingEndpoint.Answer(400, "<ErrorResponse><Error><Code>Throttling</Code><Message>Rate exceeded</Message></Error></ErrorResponse>"),
            RecordingEndpoint.Answer(200, "<DeleteRoleResponse/>"));
        using var client = Clients.Iam(endpoint.Url, new() { MaxErrorRetry = 1, Clock = clock });

        var call = client.DeleteRoleAsync(new() { RoleName = "r" });
        await AdvanceUntilAsync(call);

        await call;
        Assert.Equal(2, endpoint.Requests.Count);
    }

    private AmazonAPIGatewayClient Client(RecordingEndpoint endpoint, int retries) =>
        Clients.ApiGateway(endpoint.Url, new() { MaxErrorRetry = retries, Clock = clock });

    private Task WaitingAsync(RecordingEndpoint endpoint, int requests) =>
        Eventually.HoldsAsync("a retry is awaited", () => endpoint.Requests.Count == requests && clock.WaitingTimers == 1);

    // Reading a body has a timer too; the steps are far too small for it to fire.
    private Task AdvanceUntilAsync(Task call) => Eventually.HoldsAsync("the call has ended", () =>
    {
        if (!call.IsCompleted && clock.WaitingTimers > 0) clock.Advance(TimeSpan.FromMilliseconds(100));
        return call.IsCompleted;
    });
}

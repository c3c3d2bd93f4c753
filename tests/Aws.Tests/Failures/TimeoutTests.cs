using Amazon.Runtime;
using DirectRoute.Aws.Tests.Support;
using DirectRoute.Testing;
using Microsoft.AspNetCore.Http;

namespace DirectRoute.Aws.Tests.Failures;

/// <summary>A service that stops answering holds nobody longer than the time-out or the caller's patience.</summary>
public sealed class TimeoutTests
{
    [Fact]
    public async Task Headers_ThatNeverCome_TimeOut()
    {
        await using var endpoint = await RecordingEndpoint.StartAsync(Forever);
        using var client = Clients.ApiGateway(endpoint.Url, new() { MaxErrorRetry = 0, Timeout = TimeSpan.FromMilliseconds(200) });

        var error = await Assert.ThrowsAsync<AmazonServiceException>(() => client.GetRestApiAsync(new() { RestApiId = "a" }));

        Assert.Contains("in time", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Body_ThatStalls_TimesOut()
    {
        await using var endpoint = await RecordingEndpoint.StartAsync(HalfABodyForever);
        var clock = new ManualTimeProvider();
        using var client = Clients.ApiGateway(endpoint.Url, new() { MaxErrorRetry = 0, Timeout = TimeSpan.FromSeconds(30), Clock = clock });

        var call = client.GetRestApiAsync(new() { RestApiId = "a" });
        await Eventually.HoldsAsync("the body is being read", () => clock.WaitingTimers > 0);
        clock.Advance(TimeSpan.FromSeconds(29));
        Assert.False(call.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(1));

        var error = await Assert.ThrowsAsync<AmazonServiceException>(() => call);
        Assert.Contains("in time", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancellation_WhileHeadersAreAwaited_IsCancellation()
    {
        await using var endpoint = await RecordingEndpoint.StartAsync(Forever);
        using var client = Clients.ApiGateway(endpoint.Url, new() { MaxErrorRetry = 3 });
        using var cancellation = new CancellationTokenSource();

        var call = client.GetRestApiAsync(new() { RestApiId = "a" }, cancellation.Token);
        await Eventually.HoldsAsync("the request has come", () => endpoint.Requests.Count == 1);
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Single(endpoint.Requests);
    }

    [Fact]
    public async Task Cancellation_WhileTheBodyIsRead_IsCancellation()
    {
        await using var endpoint = await RecordingEndpoint.StartAsync(HalfABodyForever);
        var clock = new ManualTimeProvider();
        using var client = Clients.ApiGateway(endpoint.Url, new() { MaxErrorRetry = 3, Clock = clock });
        using var cancellation = new CancellationTokenSource();

        var call = client.GetRestApiAsync(new() { RestApiId = "a" }, cancellation.Token);
        await Eventually.HoldsAsync("the body is being read", () => clock.WaitingTimers > 0);
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Single(endpoint.Requests);
    }

    [Fact]
    public async Task Cancellation_WhileARetryIsAwaited_IsCancellation()
    {
        await using var endpoint = await RecordingEndpoint.StartAsync(429, "{}", ("Retry-After", "10"));
        var clock = new ManualTimeProvider();
        using var client = Clients.ApiGateway(endpoint.Url, new() { MaxErrorRetry = 3, Clock = clock });
        using var cancellation = new CancellationTokenSource();

        var call = client.GetRestApiAsync(new() { RestApiId = "a" }, cancellation.Token);
        await Eventually.HoldsAsync("a retry is awaited", () => endpoint.Requests.Count == 1 && clock.WaitingTimers > 0);
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Single(endpoint.Requests);
    }

    [Fact]
    public async Task Service_ThatIsNotThere_IsAnExceptionThatNamesIt()
    {
        var endpoint = await RecordingEndpoint.StartAsync(200, "{}");
        var url = endpoint.Url;
        await endpoint.DisposeAsync();
        using var client = Clients.ApiGateway(url);

        var error = await Assert.ThrowsAsync<AmazonServiceException>(() => client.GetRestApiAsync(new() { RestApiId = "a" }));

        Assert.Contains(new Uri(url).Authority, error.Message, StringComparison.Ordinal);
    }

    private static Task Forever(HttpContext context) => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted);

    private static async Task HalfABodyForever(HttpContext context)
    {
        context.Response.ContentLength = 100;
        await context.Response.WriteAsync("{\"id\":");
        await context.Response.Body.FlushAsync();
        await Forever(context);
    }
}

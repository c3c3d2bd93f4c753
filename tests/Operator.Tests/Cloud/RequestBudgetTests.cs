using DirectRoute.Core.Planning;
using DirectRoute.Operator.Cloud;
using DirectRoute.Testing;

namespace DirectRoute.Operator.Tests.Cloud;

public sealed class RequestBudgetTests
{
    private readonly ManualTimeProvider time = new();

    [Fact]
    public void Acquire_CallsOfAFirstRoute_WaitForNothing()
    {
        var budget = new RequestBudget(null, time);
        string[] calls = ["GetRestApis", "CreateRestApi", "CreateResource", "CreateResource", "PutMethod", "PutMethodResponse", "PutMethodResponse", "PutMethodResponse", "PutIntegration", "PutIntegrationResponse", "PutIntegrationResponse", "PutIntegrationResponse", "CreateDeployment", "CreateStage", "GetResources"];

        Assert.All(calls, c => Assert.True(budget.AcquireAsync(AwsService.ApiGateway, c, default).IsCompletedSuccessfully));
    }

    [Fact]
    public async Task Acquire_ThousandCallsAtOnce_NeverPassTheTotalQuota()
    {
        var budget = new RequestBudget(null, time);
        var start = time.GetUtcNow();
        var granted = new List<DateTimeOffset>();
        var waiting = Enumerable.Range(0, 1000).Select(async _ =>
        {
            await budget.AcquireAsync(AwsService.ApiGateway, "PutMethod", default);
            lock (granted) granted.Add(time.GetUtcNow());
        }).ToList();

        while (time.WaitingTimers > 0) time.Advance(TimeSpan.FromMilliseconds(100));
        await Task.WhenAll(waiting);

        granted.Sort();
        Assert.All(granted.Select((at, i) => (at, i)), g => Assert.True(g.i + 1 <= 40 + (g.at - start).TotalSeconds * 10 + 1e-6));
        Assert.InRange((granted[^1] - start).TotalSeconds, 96, 96.2);
    }

    [Theory]
    [InlineData("CreateRestApi", 3)]
    [InlineData(Quotas.CreateEdgeRestApi, 30)]
    [InlineData("CreateDeployment", 5)]
    [InlineData("DeleteRestApi", 30)]
    public async Task Acquire_OperationWithAQuotaOfItsOwn_WaitsForIt(string operation, int seconds)
    {
        var budget = new RequestBudget(null, time);

        await budget.AcquireAsync(AwsService.ApiGateway, operation, default);
        var second = budget.AcquireAsync(AwsService.ApiGateway, operation, default);
        var other = budget.AcquireAsync(AwsService.ApiGateway, "PutMethod", default);

        Assert.True(other.IsCompletedSuccessfully);
        time.Advance(TimeSpan.FromSeconds(seconds - 0.1));
        Assert.False(second.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(0.2));
        Assert.Equal(TimeSpan.FromSeconds(seconds), await second);
    }

    [Fact]
    public async Task Throttled_UntilRetryAfter_NothingIsCalledButIam()
    {
        var budget = new RequestBudget(null, time);
        budget.Throttled(AwsService.ApiGateway, "PutMethod", TimeSpan.FromSeconds(7));

        var call = budget.AcquireAsync(AwsService.ApiGatewayV2, "CreateRoute", default);

        Assert.True(budget.AcquireAsync(AwsService.Iam, "GetRole", default).IsCompletedSuccessfully);
        time.Advance(TimeSpan.FromSeconds(6.9));
        Assert.False(call.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(0.3));
        await call;
    }

    [Fact]
    public async Task Acquire_CallerGivesUp_Throws()
    {
        var budget = new RequestBudget(null, time);
        await budget.AcquireAsync(AwsService.ApiGateway, "CreateDeployment", default);
        using var stop = new CancellationTokenSource();
        var waiting = budget.AcquireAsync(AwsService.ApiGateway, "CreateDeployment", stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }
}

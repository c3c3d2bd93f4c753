using Amazon.APIGateway;
using Amazon.APIGateway.Model;
using Amazon.Runtime;
using DirectRoute.Local.Clocks;
using DirectRoute.Local.Quotas;

namespace DirectRoute.Local.Tests.Clocks;

public sealed class SimulatedClockTests
{
    private static readonly DateTimeOffset Start = DateTimeOffset.UnixEpoch.AddYears(50);

    [Fact]
    public void AdvanceTo_TheFuture_IsThere()
    {
        var clock = new SimulatedClock(Start);

        clock.AdvanceTo(Start.AddSeconds(3));

        Assert.Equal(Start.AddSeconds(3), clock.GetUtcNow());
    }

    [Fact]
    public void AdvanceTo_ThePast_ChangesNothing()
    {
        var clock = new SimulatedClock(Start);

        clock.AdvanceTo(Start.AddSeconds(-3));

        Assert.Equal(Start, clock.GetUtcNow());
    }

    [Fact]
    public void AdvanceTo_OfManyAtOnce_IsTheLatest()
    {
        var clock = new SimulatedClock(Start);

        Parallel.For(0, 10_000, i => clock.AdvanceTo(Start.AddSeconds(i)));

        Assert.Equal(Start.AddSeconds(9_999), clock.GetUtcNow());
    }

    [Fact]
    public async Task RefusedCall_RepeatedAtOnce_IsAllowedAndTimeHasPassed()
    {
        var clock = new SimulatedClock(Start);
        await using var gateway = await StartAsync(clock);
        using var client = Client(gateway);
        await client.CreateRestApiAsync(new() { Name = "one" });
        Assert.Equal(Start, clock.GetUtcNow());

        Assert.Equal("30", (await Assert.ThrowsAsync<TooManyRequestsException>(() => client.CreateRestApiAsync(new() { Name = "two" }))).RetryAfterSeconds);
        var second = await client.CreateRestApiAsync(new() { Name = "two" });

        Assert.Equal(Start.AddSeconds(30), clock.GetUtcNow());
        Assert.Equal(Start.AddSeconds(30).UtcDateTime, second.CreatedDate!.Value.ToUniversalTime());
    }

    [Fact]
    public async Task FaultWithRetryAfter_PassesTime()
    {
        var clock = new SimulatedClock(Start);
        await using var gateway = await StartAsync(clock, Fault.Parse("GetRestApis:throttle:1")!);
        using var client = Client(gateway);

        await Assert.ThrowsAsync<TooManyRequestsException>(() => client.GetRestApisAsync(new()));

        Assert.Equal(Start.AddSeconds(1), clock.GetUtcNow());
    }

    private static Task<LocalGateway> StartAsync(TimeProvider clock, params Fault[] faults) =>
        LocalGateway.StartAsync(new LocalOptions { Port = 0, Clock = clock, EnforcesQuotas = true, Faults = faults }, CancellationToken.None);

    private static AmazonAPIGatewayClient Client(LocalGateway gateway) => new(
        new BasicAWSCredentials("local", "local"),
        new AmazonAPIGatewayConfig { ServiceURL = gateway.Address.ToString(), AuthenticationRegion = "us-east-1", MaxErrorRetry = 0 });
}

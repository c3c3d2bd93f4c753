using Amazon.APIGateway;
using Amazon.APIGateway.Model;
using Amazon.Runtime;
using DirectRoute.Local.Quotas;

namespace DirectRoute.Local.Tests.Quotas;

/// <summary>Quotas and faults, on a clock that stands still until it is moved.</summary>
public sealed class QuotaTests
{
    [Fact]
    public async Task CreateRestApi_EdgeTwice_IsThrottledForThirtySeconds()
    {
        var clock = new ManualClock();
        await using var gateway = await StartAsync(clock, []);
        using var client = Client(gateway);
        await client.CreateRestApiAsync(new() { Name = "one" });

        var e = await Assert.ThrowsAsync<TooManyRequestsException>(() => client.CreateRestApiAsync(new() { Name = "two" }));

        Assert.Equal("30", e.RetryAfterSeconds);
        clock.Advance(TimeSpan.FromSeconds(29));
        await Assert.ThrowsAsync<TooManyRequestsException>(() => client.CreateRestApiAsync(new() { Name = "two" }));
        clock.Advance(TimeSpan.FromSeconds(1));
        await client.CreateRestApiAsync(new() { Name = "two" });
    }

    [Theory]
    [InlineData("/v2/vpclinks", 5)]
    [InlineData("/vpclinks", 0)]
    [InlineData("/apikeys", 1)]
    public async Task Creation_SixAtOnce_IsThrottledWhereItHasAQuotaOfItsOwn(string path, int expected)
    {
        var local = new LocalFixture(new LocalOptions { Port = 0, Clock = new ManualClock(), EnforcesQuotas = true });
        await local.InitializeAsync();
        List<int> statuses = [];

        for (var i = 0; i < 6; i++) statuses.Add((await local.SendAsync("POST", path, "{}")).Status);
        await local.DisposeAsync();

        Assert.Equal(expected, statuses.Count(s => s == 429));
    }

    [Fact]
    public async Task CreateRestApi_RegionalTwice_IsThrottledForThreeSeconds()
    {
        var clock = new ManualClock();
        await using var gateway = await StartAsync(clock, []);
        using var client = Client(gateway);
        var request = new CreateRestApiRequest { Name = "one", EndpointConfiguration = new() { Types = ["REGIONAL"] } };
        await client.CreateRestApiAsync(request);

        Assert.Equal("3", (await Assert.ThrowsAsync<TooManyRequestsException>(() => client.CreateRestApiAsync(request))).RetryAfterSeconds);
    }

    [Fact]
    public void Refusal_MoreThanTheTotalBurst_WaitsForTheTotal()
    {
        var quotas = new RegionQuotas();
        var now = DateTimeOffset.UnixEpoch;
        for (var i = 0; i < 40; i++) Assert.Null(quotas.Refusal("PutMethod", now));

        Assert.Equal(TimeSpan.FromSeconds(0.1), quotas.Refusal("PutMethod", now));
        Assert.Null(quotas.Refusal("PutMethod", now.AddSeconds(0.1)));
    }

    [Fact]
    public async Task Fault_TwoConflicts_FailTwoCallsAndNoMore()
    {
        await using var gateway = await StartAsync(new ManualClock(), [Fault.Parse("GetRestApis:conflict:2")!]);
        using var client = Client(gateway);

        for (var i = 0; i < 2; i++) await Assert.ThrowsAsync<ConflictException>(() => client.GetRestApisAsync(new()));
        await client.GetRestApisAsync(new());
    }

    [Theory]
    [InlineData("PutMethod:throttle:3", true)]
    [InlineData("*:error:1", true)]
    [InlineData("PutMethod:throttle", false)]
    [InlineData("PutMethod:nothing:1", false)]
    [InlineData("PutMethod:error:0", false)]
    [InlineData("", false)]
    public void Parse_Text_IsAFaultOrNothing(string text, bool expected) => Assert.Equal(expected, Fault.Parse(text) is not null);

    private static Task<LocalGateway> StartAsync(TimeProvider clock, IReadOnlyList<Fault> faults) =>
        LocalGateway.StartAsync(new LocalOptions { Port = 0, Clock = clock, EnforcesQuotas = true, Faults = faults }, CancellationToken.None);

    private static AmazonAPIGatewayClient Client(LocalGateway gateway) => new(
        new BasicAWSCredentials("local", "local"),
        new AmazonAPIGatewayConfig { ServiceURL = gateway.Address.ToString(), AuthenticationRegion = "us-east-1", MaxErrorRetry = 0 });

    private sealed class ManualClock : TimeProvider
    {
        private DateTimeOffset now = DateTimeOffset.UnixEpoch.AddYears(50);

        public void Advance(TimeSpan time) => now += time;

        public override DateTimeOffset GetUtcNow() => now;
    }
}

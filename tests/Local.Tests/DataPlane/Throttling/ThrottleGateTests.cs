using System.Collections.Immutable;
using DirectRoute.Local.Clocks;
using DirectRoute.Local.ControlPlane.Rest;
using DirectRoute.Testing;

namespace DirectRoute.Local.Tests.DataPlane.Throttling;

public sealed class ThrottleGateTests : IDisposable
{
    private readonly ManualTimeProvider clock = new();
    private readonly TestStage stage;

    public ThrottleGateTests() => stage = NewStage(enforcesQuotas: false);

    public void Dispose() => stage.Dispose();

    private TestStage NewStage(bool enforcesQuotas) => new(
        new LocalOptions { Clock = clock, EnforcesQuotas = enforcesQuotas }, null,
        TestStage.Resource("/"), TestStage.Resource("/users/{id}"), TestStage.Resource("/any", "ANY"));

    private void Set(params IEnumerable<(string Key, double Rate, int Burst)> settings) => stage.Set(s => s with
    {
        MethodSettings = settings.ToImmutableSortedDictionary(
            m => m.Key, m => new MethodSetting { ThrottlingRateLimit = m.Rate, ThrottlingBurstLimit = m.Burst }, StringComparer.Ordinal),
    });

    [Fact]
    public async Task Answer_MoreThanTheBurst_Is429UntilTheRateGivesMore()
    {
        Set(("*/*", 0.5, 2));

        Assert.Equal([200, 200, 429, 429], await stage.StatusesAsync(4, "/"));
        clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal([200, 429], await stage.StatusesAsync(2, "/"));
        var refused = await stage.SendAsync("GET", "/");

        Assert.Equal("""{"message":"Too Many Requests"}""", refused.Body);
        Assert.Equal("TooManyRequestsException", refused.Headers["x-amzn-ErrorType"]);
    }

    /// <summary>The rate alone, in the time that the test takes, would give nothing.</summary>
    [Fact]
    public async Task Answer_SimulatedClockGoesAhead_TheRateGivesMore()
    {
        var simulated = new SimulatedClock(DateTimeOffset.UnixEpoch);
        using var stage = new TestStage(new LocalOptions { Clock = simulated }, null, TestStage.Resource("/"));
        stage.Set(s => s with
        {
            MethodSettings = ImmutableSortedDictionary<string, MethodSetting>.Empty.Add("*/*", new MethodSetting { ThrottlingRateLimit = 1e-5, ThrottlingBurstLimit = 1 }),
        });

        Assert.Equal([200, 429], await stage.StatusesAsync(2, "/"));
        simulated.AdvanceTo(simulated.GetUtcNow().AddSeconds(1e5));

        Assert.Equal([200, 429], await stage.StatusesAsync(2, "/"));
    }

    [Theory]
    [InlineData("/", "//GET")]
    [InlineData("/users/7", "users/{id}/GET")]
    [InlineData("/any", "any/GET")]
    [InlineData("/any", "any/ANY")]
    public async Task Answer_MethodsOwnSettings_ComeBeforeThoseOfAll(string path, string key)
    {
        Set(("*/*", 1, 1), (key, 1, 3));

        Assert.Equal([200, 200, 200, 429], await stage.StatusesAsync(4, path));
    }

    [Fact]
    public async Task Answer_SettingsOfAll_HoldForEachMethodByItself()
    {
        Set(("*/*", 1, 1));

        Assert.Equal([200, 429], await stage.StatusesAsync(2, "/"));
        Assert.Equal([200, 429], await stage.StatusesAsync(2, "/any"));
    }

    [Fact]
    public async Task Answer_NewSettings_HoldAtOnce()
    {
        Set(("*/*", 1, 1));
        Assert.Equal([200, 429], await stage.StatusesAsync(2, "/"));

        Set(("*/*", -1, -1));

        Assert.Equal([200, 200, 200], await stage.StatusesAsync(3, "/"));
    }

    [Fact]
    public async Task Answer_BurstOfZero_ClosesTheMethod()
    {
        Set(("users/{id}/GET", 0, 0));

        Assert.Equal([429], await stage.StatusesAsync(1, "/users/7"));
        Assert.Equal([200], await stage.StatusesAsync(1, "/"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Answer_MoreThanAnAccountMay_IsRefusedWhereQuotasAre(bool enforcesQuotas)
    {
        using var limited = NewStage(enforcesQuotas);

        var statuses = await limited.StatusesAsync(5_001, "/");

        Assert.Equal(enforcesQuotas ? 1 : 0, statuses.Count(s => s == 429));
    }
}

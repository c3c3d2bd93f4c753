using DirectRoute.Local.Tests.Services;
using DirectRoute.Testing;

namespace DirectRoute.Local.Tests.DataPlane.Http;

/// <summary>The limits of routes: their own, else the stage's default.</summary>
public sealed class HttpThrottleTests : IAsyncLifetime
{
    private readonly LocalFixture local = new(new LocalOptions { Port = 0, Clock = new ManualTimeProvider() });
    private FakeBackend backend = null!;

    public async Task InitializeAsync()
    {
        backend = await FakeBackend.StartAsync(_ => Task.CompletedTask);
        await local.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await local.DisposeAsync();
        await backend.DisposeAsync();
    }

    [Fact]
    public async Task Answer_MoreThanARouteMay_Is429()
    {
        var api = await DeployedHttpApi.NewAsync(local);
        await api.ProxyAsync("GET /own", backend.Address, "/");
        await api.ProxyAsync("GET /default", backend.Address, "/");
        var (status, stage) = await local.SendAsync("PATCH", $"/v2/apis/{api.Id}/stages/$default", """
            {"defaultRouteSettings": {"throttlingRateLimit": 1, "throttlingBurstLimit": 1},
             "routeSettings": {"GET /own": {"throttlingRateLimit": 1, "throttlingBurstLimit": 2}}}
            """);
        Assert.True(status == 200, stage.ToJsonString());

        Assert.Equal([200, 200, 429], await StatusesAsync(api, "/own", 3));
        Assert.Equal([200, 429], await StatusesAsync(api, "/default", 2));
        Assert.Equal("""{"message":"Too Many Requests"}""", (await api.GetAsync("/default")).Body);
    }

    private static async Task<List<int>> StatusesAsync(DeployedHttpApi api, string path, int requests)
    {
        List<int> statuses = [];
        for (var i = 0; i < requests; i++) statuses.Add((await api.GetAsync(path)).Status);
        return statuses;
    }
}

using DirectRoute.Local.Tests.DataPlane;

namespace DirectRoute.Local.Tests.Hostile;

/// <summary>A gateway with a page and a deployed API, which is to stay well whatever happens to it.</summary>
public class HostileFixture : IAsyncLifetime
{
    private DeployedApi? api;

    public HostileFixture()
        : this(new LocalOptions { Port = 0, Ui = true })
    {
    }

    internal HostileFixture(LocalOptions options) => Local = new(options with { LoggerFactory = Log });

    /// <summary>What went wrong in the gateway itself.</summary>
    public FailureLog Log { get; } = new();

    public LocalFixture Local { get; }

    /// <summary>The path of a deployed method that answers GET and POST with <c>well</c>.</summary>
    public string WellPath => api!.At("/").AbsolutePath;

    public async Task InitializeAsync()
    {
        await Local.InitializeAsync();
        api = await DeployedApi.NewAsync(Local);
        await api.MockAsync("GET", "/", "well");
        await api.MockAsync("POST", "/", "well");
        await api.DeployAsync();
    }

    public Task DisposeAsync() => Local.DisposeAsync();

    internal Task<RawClient> ConnectAsync() => RawClient.ConnectAsync(Local.Address);

    /// <summary>Another client is served, and nothing went wrong inside.</summary>
    internal async Task AssertWellAsync()
    {
        using (var other = await ConnectAsync())
        {
            await other.SendAsync($"GET {WellPath} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            Assert.EndsWith("\r\n\r\nwell", await other.ReadAllAsync(), StringComparison.Ordinal);
        }
        Assert.True(Log.Failures.IsEmpty, string.Join('\n', Log.Failures));
    }
}

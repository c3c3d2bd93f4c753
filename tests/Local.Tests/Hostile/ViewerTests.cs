using System.Globalization;

namespace DirectRoute.Local.Tests.Hostile;

/// <summary>Viewers of the page that never read.</summary>
public sealed class ViewerTests(HostileFixture gateway) : IClassFixture<HostileFixture>
{
    private const int MaxViewers = 32;

    /// <summary>They hold no request up, and one too many is told so; when one goes, there is room.</summary>
    [Fact]
    public async Task Viewers_WhoNeverRead_HoldNobodyUp()
    {
        var viewers = new List<RawClient>();
        for (var i = 0; i < MaxViewers; i++)
        {
            var viewer = await RawClient.ConnectAsync(gateway.Local.Address, receiveBuffer: 4 * 1024);
            await viewer.SendAsync(Events());
            await viewer.ReadSomeAsync(); // it has its place
            viewers.Add(viewer);
        }

        for (var i = 0; i < 100; i++) await gateway.AssertWellAsync();
        Assert.Equal(503, await StatusAsync());

        viewers[0].Reset();
        while (await StatusAsync() == 503)
        {
            // Until the gateway has heard of it.
        }
        await gateway.AssertWellAsync();
        viewers.ForEach(v => v.Dispose());
    }

    private async Task<int> StatusAsync()
    {
        using var client = await gateway.ConnectAsync();
        await client.SendAsync(Events());
        return RawClient.StatusOf(await client.ReadSomeAsync());
    }

    private string Events() => string.Create(
        CultureInfo.InvariantCulture, $"GET /_direct/api/events HTTP/1.1\r\nHost: localhost:{gateway.Local.Address.Port}\r\nConnection: close\r\n\r\n");
}

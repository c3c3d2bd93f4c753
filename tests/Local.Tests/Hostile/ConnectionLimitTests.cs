namespace DirectRoute.Local.Tests.Hostile;

public sealed class ConnectionLimitTests
{
    /// <summary>One connection too many is closed; it gets its place when another goes.</summary>
    [Fact]
    public async Task Connection_BeyondTheLimit_IsClosedUntilThereIsRoom()
    {
        await using var gateway = await LocalGateway.StartAsync(new LocalOptions { Port = 0, Connections = new() { MaxConnections = 2 } }, CancellationToken.None);
        using var first = await RawClient.ConnectAsync(gateway.Address);
        using var second = await RawClient.ConnectAsync(gateway.Address);
        foreach (var client in new[] { first, second }) await client.SendAsync("GET / HTTP/1.1\r\nHost: localhost\r\n");
        Assert.Equal(0, await StatusAsync(gateway));

        first.Reset();

        int status;
        while ((status = await StatusAsync(gateway)) == 0)
        {
            // Until the server has heard of it.
        }
        Assert.Equal(403, status);
    }

    private static async Task<int> StatusAsync(LocalGateway gateway)
    {
        using var client = await RawClient.ConnectAsync(gateway.Address);
        await client.SendAsync("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        return await client.ReadStatusAsync();
    }
}

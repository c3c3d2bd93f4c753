using DirectRoute.Local.Tests.DataPlane;

namespace DirectRoute.Local.Tests.Hostile;

/// <summary>Clients that begin something and do not go on. The gateway waits for them only so long, and lets nobody wait for them.</summary>
public sealed class SlowClientTests(ImpatientFixture gateway) : IClassFixture<ImpatientFixture>
{
    [Theory]
    [InlineData("", 0)] // nothing at all
    [InlineData("GET", 408)]
    [InlineData("GET / HTTP/1.1\r\nHost: localhost\r\nX-Half", 408)]
    public async Task Head_ThatStops_IsCutOff(string begun, int expected)
    {
        using var client = await gateway.ConnectAsync();
        await client.SendAsync(begun);
        await gateway.AssertWellAsync();

        Assert.Equal(expected, await client.ReadStatusAsync());
    }

    /// <summary>A byte now and then keeps nobody alive: the head's time is its time in whole.</summary>
    [Fact]
    public async Task Head_ThatTrickles_IsCutOff()
    {
        using var client = await gateway.ConnectAsync();
        await client.SendAsync("GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
        var got = client.ReadStatusAsync();

        while (!got.IsCompleted)
        {
            await client.SendAsync("a");
            await gateway.AssertWellAsync();
        }

        Assert.Equal(408, await got);
    }

    [Theory]
    [InlineData("", "Content-Length: 1000000\r\n\r\nhalf", 408)]
    [InlineData("", "Transfer-Encoding: chunked\r\n\r\nff\r\nhalf", 408)]
    [InlineData("apigateway", "Content-Length: 1000000\r\n\r\n{", 408)]
    [InlineData("sts", "Content-Length: 1000000\r\n\r\nAction=", 408)]
    public async Task Body_ThatStops_IsCutOff(string service, string rest, int expected)
    {
        using var client = await gateway.ConnectAsync();
        await client.SendAsync($"POST {gateway.WellPath} HTTP/1.1\r\nHost: localhost\r\n{Signed(service)}{rest}");
        await gateway.AssertWellAsync();

        Assert.Equal(expected, await client.ReadStatusAsync());
    }

    /// <summary>A client that says it has sent all, and has not.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("GET / HT")]
    [InlineData("POST {well} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\nhalf")]
    public async Task Connection_HalfClosed_IsClosed(string sent)
    {
        using var client = await gateway.ConnectAsync();
        await client.SendAsync(sent.Replace("{well}", gateway.WellPath, StringComparison.Ordinal));
        client.EndSending();

        Assert.Contains(await client.ReadStatusAsync(), new[] { 0, 400 });
        await gateway.AssertWellAsync();
    }

    [Fact]
    public async Task Connections_IdleByTheThousand_HarmNobody()
    {
        var idle = new List<RawClient>();
        for (var i = 0; i < 1000; i++) idle.Add(await gateway.ConnectAsync());

        await gateway.AssertWellAsync();

        var closed = await Task.WhenAll(idle.Select(c => c.ReadStatusAsync()));
        Assert.All(closed, status => Assert.Equal(0, status));
        idle.ForEach(c => c.Dispose());
    }

    /// <summary>Who asks for much and reads nothing is cut off as soon as the buffers between are full.</summary>
    [Fact]
    public async Task Answer_ThatNobodyReads_IsCutOff()
    {
        var api = await DeployedApi.NewAsync(gateway.Local);
        await api.MockAsync("GET", "/", $"#foreach($i in [1..1000])\n{new string('a', 8 * 1024)}#end");
        await api.DeployAsync();
        using var client = await RawClient.ConnectAsync(gateway.Local.Address, receiveBuffer: 8 * 1024);
        await client.SendAsync($"GET {api.At("/").AbsolutePath} HTTP/1.1\r\nHost: localhost\r\n\r\n");
        await gateway.AssertWellAsync();

        await client.ClosedByServerAsync();

        await gateway.AssertWellAsync();
    }

    private static string Signed(string service) => service.Length == 0 ? ""
        : $"Authorization: AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/{service}/aws4_request, SignedHeaders=host, Signature=0\r\n";
}

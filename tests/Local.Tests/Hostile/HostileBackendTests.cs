using System.Text;
using DirectRoute.Local.Tests.DataPlane;

namespace DirectRoute.Local.Tests.Hostile;

/// <summary>Backends and emulators that are no servers of HTTP, or bad ones: behind an integration, and behind a forwarded call.</summary>
public sealed class HostileBackendTests : IAsyncLifetime
{
    private Func<Stream, Task> serve = _ => Task.CompletedTask;
    private RawBackend backend = null!;
    private HostileFixture gateway = null!;

    public async Task InitializeAsync()
    {
        backend = RawBackend.Start(stream => serve(stream));
        gateway = new HostileFixture(new LocalOptions { Port = 0, Endpoint = ServiceEndpoint.At(backend.Address), ChecksRoles = false });
        await gateway.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await gateway.DisposeAsync();
        backend.Dispose();
    }

    [Theory]
    [InlineData("", 504, 503)] // closes without a word
    [InlineData("\0\u0001\u00ff garbage \r\n\r\n", 504, 503)]
    [InlineData("HTTP/1.1", 504, 503)]
    [InlineData("HTTP/1.1 banana\r\n\r\n", 504, 503)]
    [InlineData("HTTP/1.1 000 None\r\n\r\n", 500, 503)]
    [InlineData("HTTP/1.1 099 None\r\n\r\n", 500, 503)]
    [InlineData("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n", 500, 503)]
    [InlineData("HTTP/1.1 999 None\r\nContent-Length: 0\r\n\r\n", 500, 999)]
    [InlineData("HTTP/1.1 200 OK\r\nNo colon\r\n\r\n", 504, 503)]
    [InlineData("HTTP/1.1 200 OK\r\nX-Bytes: \u0001\u0002\u007f\r\nContent-Length: 2\r\n\r\nok", 200, 200)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: banana\r\n\r\n", 200, 200)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\nabc", 200, 200)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\nno", 200, 200)]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\nabc", 504, 0)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf", 504, 0)]
    [InlineData("HTTP/1.1 302 Found\r\nLocation: http://other.example/\r\nContent-Length: 0\r\n\r\n", 302, 302)]
    [InlineData("HTTP/1.1 204 No Content\r\nContent-Length: 5\r\n\r\nbody!", 204, 204)]
    public async Task Answer_ThatIsNone_IsAnErrorOrPassedOn(string answer, int integration, int forwarded)
    {
        serve = stream => stream.WriteAsync(Encoding.Latin1.GetBytes(answer)).AsTask();

        Assert.Equal(integration, await IntegrationStatusAsync());
        await gateway.AssertWellAsync();
        // Of an answer that has begun before it breaks off, the status may have reached the client.
        var status = await ForwardedStatusAsync();
        Assert.True(status == forwarded || (forwarded == 0 && status == 200), $"{status}");
        await gateway.AssertWellAsync();
    }

    /// <summary>An answer that never ends is cut at 10 MB.</summary>
    [Fact]
    public async Task Body_ThatNeverEnds_IsAnError()
    {
        serve = async stream =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\n\r\n"u8.ToArray());
            while (true) await stream.WriteAsync(new byte[64 * 1024]);
        };

        Assert.Equal(500, await IntegrationStatusAsync());
        await gateway.AssertWellAsync();
    }

    [Fact]
    public async Task Head_ThatNeverEnds_IsAnError()
    {
        serve = async stream =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\n"u8.ToArray());
            while (true) await stream.WriteAsync("X-Again: and again\r\n"u8.ToArray());
        };

        Assert.Equal(504, await IntegrationStatusAsync());
        Assert.Equal(503, await ForwardedStatusAsync());
        await gateway.AssertWellAsync();
    }

    /// <summary>A byte now and then does not prolong the integration's time.</summary>
    [Fact]
    public async Task Body_ThatTrickles_IsATimeout()
    {
        serve = async stream =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n"u8.ToArray());
            while (true)
            {
                await stream.WriteAsync("a"u8.ToArray());
                await gateway.AssertWellAsync();
            }
        };

        Assert.Equal(504, await IntegrationStatusAsync(timeoutInMillis: 200));
    }

    [Fact]
    public async Task Sts_ThatAnswersWithoutEnd_IsAnError()
    {
        serve = async stream =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\n\r\n<AssumeRoleResponse>"u8.ToArray());
            while (true) await stream.WriteAsync(new byte[64 * 1024]);
        };

        Assert.Equal(503, await ForwardedStatusAsync("sts"));
        await gateway.AssertWellAsync();
    }

    /// <summary>A client that writes a proxy's address must not choose whom the gateway calls.</summary>
    [Theory]
    [InlineData("x:@127.0.0.2:1/")]
    [InlineData("x:80/")]
    [InlineData("CONNECT")]
    public async Task Target_WithoutAPath_StaysAtTheEmulator(string target)
    {
        serve = stream => stream.WriteAsync("HTTP/1.1 418 Teapot\r\nContent-Length: 0\r\n\r\n"u8.ToArray()).AsTask();
        using var client = await gateway.ConnectAsync();

        var line = target == "CONNECT" ? "CONNECT 127.0.0.2:1 HTTP/1.1\r\nHost: 127.0.0.2:1" : $"GET {target} HTTP/1.1\r\nHost: localhost";
        await client.SendAsync($"{line}\r\nConnection: close\r\n{Signed("s3")}\r\n");

        Assert.Contains(await client.ReadStatusAsync(), new[] { 400, 418, 503 });
        await gateway.AssertWellAsync();
    }

    private async Task<int> IntegrationStatusAsync(int timeoutInMillis = 29_000)
    {
        var api = await DeployedApi.NewAsync(gateway.Local);
        await api.MethodAsync("GET", "/", new() { Type = "HTTP_PROXY", IntegrationHttpMethod = "GET", Uri = backend.Address.ToString(), TimeoutInMillis = timeoutInMillis });
        await api.DeployAsync();
        return await StatusAsync(api.At("/").AbsolutePath, "");
    }

    private Task<int> ForwardedStatusAsync(string service = "s3") => StatusAsync("/bucket", Signed(service));

    private async Task<int> StatusAsync(string path, string headers)
    {
        using var client = await gateway.ConnectAsync();
        await client.SendAsync($"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{headers}\r\n");
        var got = await client.ReadAllAsync();
        return got.Length == 0 ? 0 : int.Parse(got.AsSpan(9, 3), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static string Signed(string service) =>
        $"Authorization: AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/{service}/aws4_request, SignedHeaders=host, Signature=0\r\n";
}

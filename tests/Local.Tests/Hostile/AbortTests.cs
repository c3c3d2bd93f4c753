using DirectRoute.Local.Tests.DataPlane;
using DirectRoute.Local.Tests.Services;
using Microsoft.AspNetCore.Http;

namespace DirectRoute.Local.Tests.Hostile;

/// <summary>Clients that go away, each at another stage of its request.</summary>
public sealed class AbortTests(HostileFixture gateway) : IClassFixture<HostileFixture>
{
    [Theory]
    [InlineData("")]
    [InlineData("GE")]
    [InlineData("GET / HTTP/1.1\r\nHo")]
    [InlineData("POST {well} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\nhalf")]
    [InlineData("POST {well} HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nff\r\nhalf")]
    [InlineData("POST {well} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n{}")]
    [InlineData("POST /restapis HTTP/1.1\r\nHost: localhost\r\n{control}Content-Length: 100000\r\n\r\n{")]
    [InlineData("POST /restapis HTTP/1.1\r\nHost: localhost\r\n{control}Content-Length: 12\r\n\r\n{\"name\":\"a\"}")]
    [InlineData("GET /_direct/api/events HTTP/1.1\r\nHost: localhost\r\n\r\n")]
    [InlineData("POST /_direct/api/render HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{")]
    public async Task Client_GoneAtAnyStage_IsForgotten(string sent)
    {
        const string Control = "Authorization: AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/apigateway/aws4_request, SignedHeaders=host, Signature=0\r\n";
        for (var i = 0; i < 20; i++)
        {
            using var client = await gateway.ConnectAsync();
            await client.SendAsync(sent.Replace("{well}", gateway.WellPath, StringComparison.Ordinal).Replace("{control}", Control, StringComparison.Ordinal));
            client.Reset();
        }
        await gateway.AssertWellAsync();
    }

    /// <summary>A call whose client is gone is of no use to anybody: the backend is told so.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Client_GoneDuringTheBackendsCall_CancelsIt(bool hasBegunToAnswer)
    {
        var (called, cancelled) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var backend = await FakeBackend.StartAsync(async http =>
        {
            http.RequestAborted.Register(() => cancelled.TrySetResult());
            if (hasBegunToAnswer) await http.Response.WriteAsync("half");
            if (hasBegunToAnswer) await http.Response.Body.FlushAsync();
            called.TrySetResult();
            await cancelled.Task;
        });
        var api = await DeployedApi.NewAsync(gateway.Local);
        await api.MethodAsync("GET", "/", new() { Type = "HTTP_PROXY", IntegrationHttpMethod = "GET", Uri = backend.Address.ToString() });
        await api.DeployAsync();
        using var client = await gateway.ConnectAsync();

        await client.SendAsync($"GET {api.At("/").AbsolutePath} HTTP/1.1\r\nHost: localhost\r\n\r\n");
        await called.Task;
        await gateway.AssertWellAsync();
        client.Reset();

        await cancelled.Task;
        await gateway.AssertWellAsync();
    }

    /// <summary>While an answer of some size is written.</summary>
    [Fact]
    public async Task Client_GoneDuringItsAnswer_IsForgotten()
    {
        var api = await DeployedApi.NewAsync(gateway.Local);
        await api.MockAsync("GET", "/", $"#foreach($i in [1..1000])\n{new string('a', 4 * 1024)}#end");
        await api.DeployAsync();
        for (var i = 0; i < 5; i++)
        {
            using var client = await RawClient.ConnectAsync(gateway.Local.Address, receiveBuffer: 8 * 1024);
            await client.SendAsync($"GET {api.At("/").AbsolutePath} HTTP/1.1\r\nHost: localhost\r\n\r\n");
            await client.ReadSomeAsync();
            client.Reset();
        }
        await gateway.AssertWellAsync();
    }
}

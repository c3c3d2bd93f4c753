using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;

namespace DirectRoute.Local.Tests.DataPlane;

public sealed class HostileRequestTests(LocalFixture local) : IClassFixture<LocalFixture>
{
    [Fact]
    public async Task Body_LargerThanTenMegabytes_Is413AndTheNextIsServed()
    {
        var api = await EchoAsync();
        using var content = new ByteArrayContent(new byte[(10 * 1024 * 1024) + 1]);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, api.At("/")) { Content = content };
        request.Headers.ExpectContinue = true;

        var refused = await DeployedApi.SendAsync(request);
        var served = await api.PostAsync("/", new StringContent("{}", Encoding.UTF8, "application/json"));

        Assert.Equal((413, """{"message":"Request Too Long"}"""), (refused.Status, refused.Body));
        Assert.Equal(200, served.Status);
    }

    [Fact]
    public async Task Client_ThatSendsHalfABody_HoldsNobodyUp()
    {
        var api = await EchoAsync();
        using var slow = new TcpClient();
        await slow.ConnectAsync(local.Address.Host, local.Address.Port);
        await slow.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"POST /{api.Id}/test/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000\r\n\r\nhalf"));

        var served = await api.PostAsync("/", new StringContent("{}", Encoding.UTF8, "application/json"));

        Assert.Equal(200, served.Status);
    }

    [Theory]
    [InlineData("GET /%zz/%/../..//? HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", "HTTP/1.1 403")]
    [InlineData("GET http://localhost/nosuch/test HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", "HTTP/1.1 403")]
    [InlineData("OPTIONS * HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", "HTTP/1.1 403")]
    [InlineData("GET / HTTP/1.1\r\nHost: .execute-api.\r\nConnection: close\r\n\r\n", "HTTP/1.1 403")]
    [InlineData("nonsense\r\n\r\n", "HTTP/1.1 400")]
    public async Task Request_Malformed_IsRefused(string request, string expected)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(local.Address.Host, local.Address.Port);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request));
        using var reader = new StreamReader(client.GetStream());

        Assert.StartsWith(expected, await reader.ReadLineAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Override_WithALineBreakInAHeader_BreaksNoMessage()
    {
        var api = await DeployedApi.NewAsync(local);
        await api.MockAsync("GET", "/", "#set($context.responseOverride.header.evil = $input.params('q'))ok");
        await api.DeployAsync();

        var got = await api.GetAsync("/?q=a%0d%0aSet-Cookie:%20b");

        Assert.Equal((200, "ok"), (got.Status, got.Body));
        Assert.False(got.Headers.ContainsKey("Set-Cookie"));
    }

    private async Task<DeployedApi> EchoAsync()
    {
        var api = await DeployedApi.NewAsync(local);
        await api.MockAsync("POST", "/", "{}");
        await api.DeployAsync();
        return api;
    }
}

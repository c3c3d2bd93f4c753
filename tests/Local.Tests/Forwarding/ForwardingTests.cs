using System.Net;
using System.Text;
using DirectRoute.Local.Tests.Services;
using Microsoft.AspNetCore.Http;

namespace DirectRoute.Local.Tests.Forwarding;

/// <summary>Calls of services that are not served here, with an emulator behind.</summary>
public sealed class ForwardingTests : IAsyncDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false });
    private LocalGateway? gateway;

    [Fact]
    public async Task Send_SignedForAnotherService_ReachesTheEmulatorAsItIsAndItsAnswerComesBackAsItIs()
    {
        await using var emulator = await FakeBackend.StartAsync(async http =>
        {
            http.Response.StatusCode = 418;
            http.Response.Headers["X-Amz-Meta-Name"] = "Zoë";
            http.Response.ContentType = "text/x-answer";
            await http.Response.WriteAsync("answer");
        }, utf8Headers: true);
        await StartAsync(emulator.Address);
        using var request = SignedRequest.Of("sqs", "PATCH", At("/a%2Fb/c%20d?x=%2F&y"));
        request.Headers.Host = "queue.localhost:4599";
        request.Headers.TryAddWithoutValidation("X-Amz-Target", "AmazonSQS.SendMessage");
        request.Headers.TryAddWithoutValidation("Connection", "X-Mine");
        request.Headers.TryAddWithoutValidation("X-Mine", "of this connection");
        request.Headers.TryAddWithoutValidation("TE", "trailers");
        request.Content = new StringContent("{\"a\":1}", Encoding.UTF8, "application/x-amz-json-1.0");

        using var response = await http.SendAsync(request);

        Assert.Equal(418, (int)response.StatusCode);
        Assert.Equal("text/x-answer", response.Content.Headers.ContentType!.ToString());
        Assert.Equal("Zoë", Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(response.Headers.GetValues("X-Amz-Meta-Name").Single())));
        Assert.Equal("answer", await response.Content.ReadAsStringAsync());
        var asked = Assert.Single(emulator.Requests);
        Assert.Equal(("PATCH", "/a%2Fb/c%20d?x=%2F&y", "{\"a\":1}"), (asked.Method, asked.Target, asked.Body));
        Assert.Equal("queue.localhost:4599", asked.Headers["Host"]);
        Assert.Equal("AmazonSQS.SendMessage", asked.Headers["X-Amz-Target"]);
        Assert.Equal("7", asked.Headers["Content-Length"]);
        Assert.Equal("application/x-amz-json-1.0; charset=utf-8", asked.Headers["Content-Type"]);
        Assert.StartsWith("AWS4-HMAC-SHA256 Credential=local/", asked.Headers["Authorization"], StringComparison.Ordinal);
        Assert.All((string[])["Connection", "X-Mine", "TE"], name => Assert.False(asked.Headers.ContainsKey(name), name));
    }

    [Fact]
    public async Task Send_PresignedUrl_ReachesTheEmulator()
    {
        await using var emulator = await FakeBackend.StartAsync(http => http.Response.WriteAsync("object"));
        await StartAsync(emulator.Address);

        var body = await http.GetStringAsync(At("/bucket/key?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=local%2F20260101%2Fus-east-1%2Fs3%2Faws4_request"));

        Assert.Equal("object", body);
    }

    [Fact]
    public async Task Send_EmulatorWithAPath_CallsGoBelowIt()
    {
        await using var emulator = await FakeBackend.StartAsync(http => http.Response.WriteAsync(""));
        await StartAsync(new Uri(emulator.Address, "/aws/"));

        using var response = await http.SendAsync(SignedRequest.Of("s3", "GET", At("/bucket/key?acl")));

        Assert.Equal("/aws/bucket/key?acl", Assert.Single(emulator.Requests).Target);
    }

    [Theory]
    [InlineData(204, "0")]
    [InlineData(304, "17")]
    public async Task Answer_LengthOfABodyThatCannotBe_IsLeftOut(int status, string length)
    {
        using var emulator = RawServer.Start($"HTTP/1.1 {status} Status\r\nContent-Length: {length}\r\n\r\n");
        await StartAsync(emulator.Address);

        using var response = await http.SendAsync(SignedRequest.Of("s3", "GET", At("/bucket/key")));

        Assert.Equal(status, (int)response.StatusCode);
    }

    [Fact]
    public async Task Send_BodyLargerThanAnApisMayBe_IsPassedOn()
    {
        const int Length = 12 * 1024 * 1024;
        await using var emulator = await FakeBackend.StartAsync(http => http.Response.WriteAsync("stored"));
        await StartAsync(emulator.Address);
        using var request = SignedRequest.Of("s3", "PUT", At("/bucket/key"));
        request.Content = new ByteArrayContent(new byte[Length]);

        using var response = await http.SendAsync(request);

        Assert.Equal("stored", await response.Content.ReadAsStringAsync());
        Assert.Equal(Length, Assert.Single(emulator.Requests).Body.Length);
    }

    [Fact]
    public async Task Answer_ComesInPieces_EachIsPassedOnAsItComes()
    {
        var firstHasArrived = new TaskCompletionSource();
        await using var emulator = await FakeBackend.StartAsync(async http =>
        {
            await http.Response.WriteAsync("first");
            await http.Response.Body.FlushAsync();
            await firstHasArrived.Task;
            await http.Response.WriteAsync("second");
        });
        await StartAsync(emulator.Address);

        using var response = await http.SendAsync(SignedRequest.Of("logs", "POST", At("/")), HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        var first = new char[5];
        await reader.ReadBlockAsync(first);
        firstHasArrived.SetResult();

        Assert.Equal("first", new string(first));
        Assert.Equal("second", await reader.ReadToEndAsync());
    }

    [Fact]
    public async Task Answer_BreaksOff_ClientDoesNotTakeAPartForTheWhole()
    {
        var firstHasArrived = new TaskCompletionSource();
        await using var emulator = await FakeBackend.StartAsync(async http =>
        {
            await http.Response.WriteAsync("first");
            await http.Response.Body.FlushAsync();
            await firstHasArrived.Task;
            http.Abort();
        });
        await StartAsync(emulator.Address);

        using var response = await http.SendAsync(SignedRequest.Of("s3", "GET", At("/bucket/key")), HttpCompletionOption.ResponseHeadersRead);
        var body = await response.Content.ReadAsStreamAsync();
        await body.ReadExactlyAsync(new byte[5]);
        firstHasArrived.SetResult();

        await Assert.ThrowsAnyAsync<IOException>(() => body.CopyToAsync(Stream.Null));
    }

    [Fact]
    public async Task Send_ClientGoesAway_CallIsCancelled()
    {
        var arrived = new TaskCompletionSource();
        var cancelled = new TaskCompletionSource();
        await using var emulator = await FakeBackend.StartAsync(async http =>
        {
            http.RequestAborted.Register(cancelled.SetResult);
            arrived.SetResult();
            await cancelled.Task;
        });
        await StartAsync(emulator.Address);
        using var client = new CancellationTokenSource();

        var call = http.SendAsync(SignedRequest.Of("sqs", "POST", At("/")), client.Token);
        await arrived.Task;
        await client.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await cancelled.Task;
    }

    [Fact]
    public async Task Send_EmulatorLeadsBack_CircleIsBroken()
    {
        await using var emulator = await FakeBackend.StartAsync(async context =>
        {
            using var request = SignedRequest.Of("iam", "POST", At("/"));
            request.Headers.TryAddWithoutValidation("Via", context.Request.Headers.Via.ToString());
            using var response = await http.SendAsync(request);
            context.Response.StatusCode = (int)response.StatusCode;
        });
        await StartAsync(emulator.Address);

        using var response = await http.SendAsync(SignedRequest.Of("iam", "POST", At("/")));

        Assert.Equal(HttpStatusCode.LoopDetected, response.StatusCode);
        Assert.Single(emulator.Requests);
    }

    [Fact]
    public async Task Send_EmulatorIsNotThere_SaysWhoDoesNotAnswer()
    {
        var emulator = await FakeBackend.StartAsync(_ => Task.CompletedTask);
        await StartAsync(emulator.Address);
        await emulator.DisposeAsync();

        using var response = await http.SendAsync(SignedRequest.Of("lambda", "GET", At("/2015-03-31/functions")));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Contains(emulator.Address.ToString(), await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_HostNameOfAnApi_IsForTheApiWhateverItIsSignedFor()
    {
        await using var emulator = await FakeBackend.StartAsync(_ => Task.CompletedTask);
        await StartAsync(emulator.Address);
        using var request = SignedRequest.Of("s3", "GET", At("/prod/orders"));
        request.Headers.Host = "a1b2c3d4e5.execute-api.localhost";

        using var response = await http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Empty(emulator.Requests);
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        if (gateway is not null) await gateway.DisposeAsync();
    }

    private Uri At(string path) => new(gateway!.Address + path.TrimStart('/'), new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });

    private async Task StartAsync(Uri emulator) =>
        gateway = await LocalGateway.StartAsync(new LocalOptions { Port = 0, Endpoint = ServiceEndpoint.At(emulator) }, CancellationToken.None);
}

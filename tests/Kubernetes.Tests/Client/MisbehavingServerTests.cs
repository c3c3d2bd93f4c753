using System.Net;
using System.Net.Sockets;
using DirectRoute.Kubernetes.Client;
using DirectRoute.Kubernetes.Configuration;
using DirectRoute.Kubernetes.Entities;
using DirectRoute.Testing;
using Microsoft.AspNetCore.Http;

namespace DirectRoute.Kubernetes.Tests.Client;

/// <summary>The client against servers that hang, lie and break off.</summary>
public sealed class MisbehavingServerTests
{
    private const string Lease = """{"apiVersion":"coordination.k8s.io/v1","kind":"Lease","metadata":{"name":"x","namespace":"n","resourceVersion":"5"}}""";
    private static readonly ObjectKey Key = new("n", "x");
    private readonly ManualTimeProvider time = new();
    private readonly CancellationToken none = CancellationToken.None;

    [Fact]
    public async Task AnyCall_NoHeadersInTime_TimesOut()
    {
        await using var server = await HttpServer.StartAsync((_, s) => Task.Delay(Timeout.Infinite, s.Stopping));
        using var client = Client(server);

        var call = client.GetAsync<V1Lease>(Key, none);
        await RequestedAsync(server);
        time.Advance(TimeSpan.FromSeconds(31));
        var thrown = await Assert.ThrowsAsync<TimeoutException>(() => call);

        Assert.Equal($"GET /apis/coordination.k8s.io/v1/namespaces/n/leases/x: no answer from {server.Address} within 30 s.", thrown.Message);
    }

    [Fact]
    public async Task AnyCall_BodyStops_TimesOut()
    {
        await using var server = await HttpServer.StartAsync(async (context, s) =>
        {
            await context.Response.WriteAsync("{");
            await context.Response.Body.FlushAsync();
            await Task.Delay(Timeout.Infinite, s.Stopping);
        });
        using var client = Client(server);

        var call = client.GetAsync<V1Lease>(Key, none);
        await RequestedAsync(server);
        time.Advance(TimeSpan.FromSeconds(31));

        await Assert.ThrowsAsync<TimeoutException>(() => call);
    }

    [Fact]
    public async Task AnyCall_CallerGivesUp_IsCancelledNotTimedOut()
    {
        await using var server = await HttpServer.StartAsync((_, s) => Task.Delay(Timeout.Infinite, s.Stopping));
        using var client = Client(server);
        using var caller = new CancellationTokenSource();

        var call = client.GetAsync<V1Lease>(Key, caller.Token);
        await RequestedAsync(server);
        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    [Fact]
    public async Task AnyCall_CutInTheBody_HttpRequestException()
    {
        await using var server = await HttpServer.StartAsync(async (context, _) =>
        {
            context.Response.ContentLength = 1000;
            await context.Response.WriteAsync("{");
            await context.Response.Body.FlushAsync();
            context.Abort();
        });
        using var client = Client(server);

        var thrown = await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync<V1Lease>(Key, none));

        Assert.StartsWith("GET /apis/coordination.k8s.io/v1/namespaces/n/leases/x", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnyCall_NotHttpAtAll_HttpRequestException()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var answering = Task.Run(async () =>
        {
            using var connection = await listener.AcceptTcpClientAsync();
            await connection.GetStream().WriteAsync("SSH-2.0-OpenSSH_9.2\r\n"u8.ToArray());
        });
        using var client = Client((IPEndPoint)listener.LocalEndpoint);

        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync<V1Lease>(Key, none));
        await answering;
    }

    [Fact]
    public async Task AnyCall_NobodyListens_HttpRequestExceptionNamesTheServer()
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        using var client = Client((IPEndPoint)socket.LocalEndPoint!);

        var thrown = await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync<V1Lease>(Key, none));

        Assert.Contains(socket.LocalEndPoint!.ToString()!, thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<html>hello</html>")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"kind\":")]
    public async Task GetAsync_AnswerIsNoObject_InvalidResponse(string body)
    {
        await using var server = await HttpServer.StartAsync(body);
        using var client = Client(server);

        var thrown = await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync<V1Lease>(Key, none));

        Assert.Equal(HttpRequestError.InvalidResponse, thrown.HttpRequestError);
    }

    [Theory]
    [InlineData("<html>hello</html>")]
    [InlineData("{}")]
    [InlineData("""{"metadata":{},"items":[]}""")]
    [InlineData("""{"metadata":{"resourceVersion":"1"},"items":[{}""")]
    public async Task ListAsync_AnswerIsNoList_InvalidResponse(string body)
    {
        await using var server = await HttpServer.StartAsync(body);
        using var client = Client(server);

        var thrown = await Assert.ThrowsAsync<HttpRequestException>(() => client.ListAsync<V1Lease>(new ListOptions(), none));

        Assert.Equal(HttpRequestError.InvalidResponse, thrown.HttpRequestError);
    }

    [Fact]
    public async Task ListAsync_ItemsOfEveryKindOfWrong_EachIsTold()
    {
        var deep = $$$"""{"metadata":{"name":"deep","resourceVersion":"1"},"spec":{"x":{{{new string('[', 200)}}}{{{new string(']', 200)}}}}}""";
        await using var server = await HttpServer.StartAsync(
            $$$"""{"items":[1,null,"x",[],{},{"metadata":7},{"metadata":{"name":"labels","labels":[]}},{{{deep}}},{{{Lease}}}],"metadata":{"resourceVersion":"9"}}""");
        using var client = Client(server);

        var list = await client.ListAsync<V1Lease>(new ListOptions(), none);

        Assert.Equal("x", Assert.Single(list.Items).Metadata.Name);
        Assert.Equal(["(unknown)", "(unknown)", "(unknown)", "(unknown)", "(unknown)", "(unknown)", "labels", "deep"], list.Undecodable.Select(u => u.Key.Name));
        Assert.Equal(("9", null), (list.ResourceVersion, list.Continue));
    }

    [Fact]
    public async Task AnyCall_AnswerTooLong_Refused()
    {
        await using var server = await HttpServer.StartAsync(new string(' ', 5000) + Lease);
        using var client = new KubernetesClient(Configuration(server), options: new() { MaxAnswerBytes = 4000 }, time: time);

        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync<V1Lease>(Key, none));
    }

    [Fact]
    public async Task AnyCall_Redirect_NotFollowed()
    {
        await using var server = await HttpServer.StartAsync("", 302, "text/plain", ("Location", "http://127.0.0.1:1/steal"));
        using var client = Client(server);

        var thrown = await Assert.ThrowsAsync<KubernetesException>(() => client.GetAsync<V1Lease>(Key, none));

        Assert.Equal(HttpStatusCode.Found, thrown.StatusCode);
    }

    [Fact]
    public async Task AnyCall_ProxyPage_QuotedWithoutControlCharacters()
    {
        await using var server = await HttpServer.StartAsync("<h1>Bad\n gateway</h1>\u001b[31m" + new string('x', 5000), 502, "text/html");
        using var client = Client(server);

        var thrown = await Assert.ThrowsAsync<KubernetesException>(() => client.GetAsync<V1Lease>(Key, none));

        Assert.Equal("InternalError", thrown.Reason);
        Assert.StartsWith("GET /apis/coordination.k8s.io/v1/namespaces/n/leases/x was answered with 502 BadGateway: <h1>Bad  gateway</h1>", thrown.Message, StringComparison.Ordinal);
        Assert.InRange(thrown.Message.Length, 500, 700);
        Assert.DoesNotContain(thrown.Message, char.IsControl);
    }

    [Theory]
    [InlineData("7", null, 7)]
    [InlineData("Thu, 01 Jan 2026 00:00:09 GMT", null, 9)]
    [InlineData(null, 3, 3)]
    [InlineData(null, null, null)]
    [InlineData("soon", null, null)]
    public async Task AnyCall_TooManyRequests_TellsHowLongToWait(string? header, int? seconds, int? expected)
    {
        var details = seconds is null ? "{}" : $$"""{"retryAfterSeconds":{{seconds}}}""";
        (string, string)[] headers = header is null ? [] : [("Retry-After", header)];
        await using var server = await HttpServer.StartAsync(
            $$"""{"kind":"Status","status":"Failure","message":"slow down","reason":"TooManyRequests","code":429,"details":{{details}}}""", 429, headers: headers);
        using var client = Client(server);

        var thrown = await Assert.ThrowsAsync<KubernetesException>(() => client.GetAsync<V1Lease>(Key, none));

        Assert.Equal("TooManyRequests", thrown.Reason);
        Assert.Equal(expected, (int?)thrown.RetryAfter?.TotalSeconds);
    }

    [Fact]
    public async Task AnyCall_StatusWithCauses_MessageNamesEachFieldOnce()
    {
        await using var server = await HttpServer.StartAsync(
            """{"kind":"Status","message":"x is invalid: spec.a: Required value","reason":"Invalid","details":{"causes":[{"field":"spec.a","message":"Required value"},{"field":"spec.b","message":"too long"}]}}""",
            422);
        using var client = Client(server);

        var thrown = await Assert.ThrowsAsync<KubernetesException>(() => client.GetAsync<V1Lease>(Key, none));

        Assert.Equal("x is invalid: spec.a: Required value; spec.b: too long", thrown.Message);
    }

    [Fact]
    public async Task AnyCall_TokenFileReplaced_SentOnceMoreWithTheNewOne()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "old\n");
        await using var server = await HttpServer.StartAsync((context, _) =>
        {
            context.Response.StatusCode = context.Request.Headers.Authorization == "Bearer new" ? 200 : 401;
            return context.Response.WriteAsync(Lease);
        });
        using var client = new KubernetesClient(Configuration(server) with { Credentials = KubernetesCredentials.TokenFile(file) }, time: time);

        await Assert.ThrowsAsync<KubernetesException>(() => client.GetAsync<V1Lease>(Key, none));
        await File.WriteAllTextAsync(file, "new\n");
        var lease = await client.GetAsync<V1Lease>(Key, none);
        File.Delete(file);
        await client.GetAsync<V1Lease>(Key, none);

        Assert.NotNull(lease);
        Assert.Equal(2 + 2 + 1, server.Requests.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("a/b")]
    [InlineData("a%2fb")]
    public async Task AnyCall_NameWouldLeaveItsPlace_ArgumentException(string name)
    {
        await using var server = await HttpServer.StartAsync(Lease);
        using var client = Client(server);

        await Assert.ThrowsAsync<ArgumentException>(() => client.GetAsync<V1Lease>(new("n", name), none));

        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task AnyCall_ScopeIsMistaken_ArgumentException()
    {
        await using var server = await HttpServer.StartAsync(Lease);
        using var client = Client(server);

        await Assert.ThrowsAsync<ArgumentException>(() => client.GetAsync<V1Lease>(new(null, "x"), none));
        await Assert.ThrowsAsync<ArgumentException>(() => client.GetAsync<V1Namespace>(new("n", "x"), none));
        await Assert.ThrowsAsync<ArgumentException>(() => client.PatchAsync<V1Lease>(Key, Patch.Apply("{}"u8.ToArray()), WriteOptions.Default, none));
        await Assert.ThrowsAsync<ArgumentException>(() => client.PatchAsync<V1Lease>(Key, Patch.Merge("{}"u8.ToArray()), new WriteOptions { Force = true }, none));
        await Assert.ThrowsAsync<ArgumentException>(() => client.ReplaceAsync(new V1Lease { Metadata = new() { Name = "x", NamespaceProperty = "n" } }, WriteOptions.Default, none));
    }

    [Fact]
    public async Task AnyCall_ServerBehindAPath_PathAndQueryAreRight()
    {
        await using var server = await HttpServer.StartAsync("""{"items":[],"metadata":{"resourceVersion":"1"}}""");
        using var client = new KubernetesClient(new() { Server = new Uri(server.Address, "/k8s/clusters/c-1/") }, time: time);

        await client.ListAsync<V1Namespace>(new ListOptions { LabelSelector = "a in (b,c)", Limit = 5, ResourceVersion = "0" }, none);
        await client.ListAsync<V1Secret>(new ListOptions { Namespace = "n", Continue = "a+b/c=", ResourceVersion = "0" }, none);

        Assert.Equal(
            [
                "GET /k8s/clusters/c-1/api/v1/namespaces?labelSelector=a%20in%20%28b%2Cc%29&limit=5&resourceVersion=0",
                "GET /k8s/clusters/c-1/api/v1/namespaces/n/secrets?continue=a%2Bb%2Fc%3D",
            ],
            server.Requests);
    }

    [Fact]
    public async Task AnyCall_AfterDispose_ObjectDisposedException()
    {
        await using var server = await HttpServer.StartAsync(Lease);
        var client = Client(server);
        client.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => client.GetAsync<V1Lease>(Key, none));
    }

    private static async Task RequestedAsync(HttpServer server)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            lock (server.Requests)
            {
                if (server.Requests.Count > 0) return;
            }
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, deadline.Token);
        }
    }

    private static KubernetesClientConfiguration Configuration(HttpServer server) => new() { Server = server.Address };

    private KubernetesClient Client(HttpServer server) => new(Configuration(server), time: time);

    private KubernetesClient Client(IPEndPoint server) => new(new() { Server = new Uri($"http://{server}") }, time: time);
}

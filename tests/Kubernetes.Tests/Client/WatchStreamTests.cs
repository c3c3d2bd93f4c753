using System.Net;
using DirectRoute.Kubernetes.Client;
using DirectRoute.Kubernetes.Entities;
using DirectRoute.Testing;
using Microsoft.AspNetCore.Http;

namespace DirectRoute.Kubernetes.Tests.Client;

/// <summary>Watches on streams as networks and servers really deliver them.</summary>
public sealed class WatchStreamTests
{
    private static readonly WatchOptions Options = new() { ResourceVersion = "1" };
    private readonly ManualTimeProvider time = new();

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(100)]
    [InlineData(100_000)]
    public async Task WatchAsync_CutAnywhere_EventsAreWhole(int chunk)
    {
        var text = Event("ADDED", "a", 2) + "\n\r\n" + Event("MODIFIED", "b-é漢", 3) + "\r\n" + """{"type":"BOOKMARK","object":{"metadata":{"resourceVersion":"4"}}}""" + "\n";
        await using var server = await ServeAsync(text, chunk);

        var events = await ReadAllAsync(server);

        Assert.Equal([(WatchEventType.Added, "a", "2"), (WatchEventType.Modified, "b-é漢", "3"), (WatchEventType.Bookmark, null, "4")], events.Select(e => (e.Type, e.Object?.Metadata.Name, e.ResourceVersion)));
    }

    [Fact]
    public async Task WatchAsync_VeryLongLine_IsRead()
    {
        var name = new string('x', 3 << 20);
        await using var server = await ServeAsync(Event("ADDED", name, 2) + "\n" + Event("DELETED", "short", 3) + "\n", 64 << 10);

        var events = await ReadAllAsync(server);

        Assert.Equal([name.Length, 5], events.Select(e => e.Object!.Metadata.Name!.Length));
    }

    [Fact]
    public async Task WatchAsync_LineWithoutEnd_Refused()
    {
        await using var server = await ServeAsync(Event("ADDED", new string('x', 50_000), 2), 1000);

        var thrown = await Assert.ThrowsAsync<HttpRequestException>(() => ReadAllAsync(server, new() { MaxEventBytes = 20_000 }));

        Assert.Equal(HttpRequestError.ConfigurationLimitExceeded, thrown.HttpRequestError);
    }

    [Fact]
    public async Task WatchAsync_EndsInTheMiddleOfAnEvent_ToldAfterTheWholeOnes()
    {
        await using var server = await ServeAsync(Event("ADDED", "a", 2) + "\n" + """{"type":"ADDED","obj""", 10);
        List<WatchEvent<V1Lease>> events = [];

        var thrown = await Assert.ThrowsAsync<HttpRequestException>(() => ReadAllAsync(server, into: events));

        Assert.Single(events);
        Assert.Equal(HttpRequestError.ResponseEnded, thrown.HttpRequestError);
    }

    [Fact]
    public async Task WatchAsync_ConnectionBreaks_HttpRequestException()
    {
        var received = new TaskCompletionSource();
        await using var server = await HttpServer.StartAsync(async (context, _) =>
        {
            await context.Response.WriteAsync(Event("ADDED", "a", 2) + "\n");
            await context.Response.Body.FlushAsync();
            await received.Task;
            context.Abort();
        });
        using var client = new KubernetesClient(new() { Server = server.Address }, time: time);

        await Assert.ThrowsAsync<HttpRequestException>(async () =>
        {
            await foreach (var _ in client.WatchAsync<V1Lease>(Options, default)) received.SetResult();
        });
    }

    [Fact]
    public async Task WatchAsync_QuietForAnHour_GoesOn()
    {
        var resume = new TaskCompletionSource();
        await using var server = await HttpServer.StartAsync(async (context, _) =>
        {
            await context.Response.WriteAsync(Event("ADDED", "a", 2) + "\n");
            await context.Response.Body.FlushAsync();
            await resume.Task;
            await context.Response.WriteAsync(Event("DELETED", "a", 3) + "\n");
        });
        using var client = new KubernetesClient(new() { Server = server.Address }, time: time);
        List<WatchEventType> types = [];

        await foreach (var change in client.WatchAsync<V1Lease>(Options, default))
        {
            types.Add(change.Type);
            time.Advance(TimeSpan.FromHours(1));
            resume.TrySetResult();
        }

        Assert.Equal([WatchEventType.Added, WatchEventType.Deleted], types);
    }

    [Fact]
    public async Task WatchAsync_CallerGivesUp_Cancelled()
    {
        await using var server = await HttpServer.StartAsync(async (context, s) =>
        {
            await context.Response.WriteAsync(Event("ADDED", "a", 2) + "\n");
            await context.Response.Body.FlushAsync();
            await Task.Delay(Timeout.Infinite, s.Stopping);
        });
        using var client = new KubernetesClient(new() { Server = server.Address }, time: time);
        using var caller = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in client.WatchAsync<V1Lease>(Options, caller.Token)) await caller.CancelAsync();
        });
    }

    [Theory]
    [InlineData("Expired")]
    [InlineData("Gone")]
    public async Task WatchAsync_VersionGone_Expired(string reason)
    {
        await using var server = await ServeAsync($$$"""{"type":"ERROR","object":{"kind":"Status","status":"Failure","message":"too old resource version","reason":"{{{reason}}}","code":410}}""" + "\n", 1000);

        var thrown = await Assert.ThrowsAsync<KubernetesException>(() => ReadAllAsync(server));

        Assert.Equal(("Expired", HttpStatusCode.Gone, "too old resource version"), (thrown.Reason, thrown.StatusCode, thrown.Message));
    }

    [Theory]
    [InlineData("<html>")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"type":"ADDED"}""")]
    [InlineData("""{"type":"ADDED","object":1}""")]
    [InlineData("""{"type":7,"object":{}}""")]
    [InlineData("""{"type":"RENAMED","object":{"metadata":{"name":"x","resourceVersion":"1"}}}""")]
    [InlineData("""{"type":"ERROR","object":{}}""")]
    [InlineData("""{"type":"BOOKMARK","object":{"metadata":{}}}""")]
    [InlineData("""{"type":"ADDED","object":{"metadata":{"name":"x"}}}""")]
    public async Task WatchAsync_LineIsNoEvent_InvalidResponse(string line)
    {
        await using var server = await ServeAsync(line + "\n", 1000);

        var thrown = await Assert.ThrowsAsync<HttpRequestException>(() => ReadAllAsync(server));

        Assert.Equal(HttpRequestError.InvalidResponse, thrown.HttpRequestError);
    }

    [Fact]
    public async Task WatchAsync_AnyWatch_AsksForBookmarksAndAnEnd()
    {
        await using var server = await ServeAsync("", 1);

        await ReadAllAsync(server);

        Assert.Equal(["GET /apis/coordination.k8s.io/v1/leases?watch=true&allowWatchBookmarks=true&resourceVersion=1&timeoutSeconds=300"], server.Requests);
    }

    private static string Event(string type, string name, int version) =>
        $$$"""{"type":"{{{type}}}","object":{"apiVersion":"coordination.k8s.io/v1","kind":"Lease","metadata":{"name":"{{{name}}}","resourceVersion":"{{{version}}}"} } }""";

    private static Task<HttpServer> ServeAsync(string text, int chunk) => HttpServer.StartAsync(async (context, _) =>
    {
        foreach (var part in System.Text.Encoding.UTF8.GetBytes(text).Chunk(chunk))
        {
            await context.Response.Body.WriteAsync(part);
            await context.Response.Body.FlushAsync();
        }
    });

    private async Task<List<WatchEvent<V1Lease>>> ReadAllAsync(HttpServer server, KubernetesClientOptions? options = null, List<WatchEvent<V1Lease>>? into = null)
    {
        using var client = new KubernetesClient(new() { Server = server.Address }, options: options, time: time);
        into ??= [];
        await foreach (var change in client.WatchAsync<V1Lease>(Options, default)) into.Add(change);
        return into;
    }
}

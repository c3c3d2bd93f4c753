using System.Collections.Concurrent;
using System.Net;
using DirectRoute.Kubernetes.Client;
using DirectRoute.Kubernetes.Informers;
using DirectRoute.Kubernetes.Tests.Fakes;
using Microsoft.Extensions.Logging;

namespace DirectRoute.Kubernetes.Tests.Informers;

public sealed class InformerTests : IAsyncDisposable
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);
    private readonly TestRuntime runtime = new();
    private readonly FakeApiServer server = new();
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentQueue<string> told = new();
    private readonly List<Task> running = [];

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await Task.WhenAll(running).Within();
        stop.Dispose();
        runtime.Dispose();
    }

    [Fact]
    public async Task RunAsync_ObjectsThere_ListsInPagesFromTheCacheAndTellsAll()
    {
        for (var i = 0; i < 1201; i++) await CreateAsync($"w{i:0000}");

        var informer = await StartAsync();

        Assert.Equal(1201, informer.Store.Snapshot.Count);
        Assert.Equal(1201, told.Count);
        var lists = server.Calls.Where(c => c.Verb == "list").Select(c => c.List!).ToList();
        Assert.Equal([500, 500, 500], lists.Select(l => l.Limit ?? 0));
        Assert.Equal(["0", null, null], lists.Select(l => l.ResourceVersion));
    }

    [Fact]
    public async Task RunAsync_PagesExpire_ListsInOnePiece()
    {
        for (var i = 0; i < 600; i++) await CreateAsync($"w{i}");
        server.Before = (call, _) =>
        {
            if (call.List?.Continue is not null) server.ExpirePages();
            return Task.CompletedTask;
        };

        var informer = await StartAsync();

        Assert.Equal(600, informer.Store.Snapshot.Count);
        Assert.Equal([500, 500, null], server.Calls.Where(c => c.Verb == "list").Select(c => c.List!.Limit));
    }

    [Fact]
    public async Task RunAsync_Changes_AreToldInOrderWithBothStates()
    {
        var informer = await StartAsync();

        await CreateAsync("a");
        await ResizeAsync("a", 2);
        await server.DeleteAsync<Widget>(Widgets.Key("a"), DeleteOptions.Default, default);

        await ToldAsync("+a:1", "~a:1>2", "-a:2");
        Assert.Null(informer.Store.Get(Widgets.Key("a")));
    }

    [Fact]
    public async Task RunAsync_WatchBreaks_ResumesWithoutAList()
    {
        await StartAsync();
        await CreateAsync("a");
        await ToldAsync("+a:1");

        server.EndWatches(new HttpRequestException("connection reset"));
        await ResizeAsync("a", 2);
        await AdvanceUntilAsync(() => told.Count == 2);

        await ToldAsync("+a:1", "~a:1>2");
        Assert.Equal(1, server.CountOf("list"));
    }

    [Fact]
    public async Task RunAsync_VersionExpired_ListsAnewAndTellsWhatWasMissedIncludingDeletes()
    {
        await CreateAsync("gone");
        await CreateAsync("changed");
        await CreateAsync("same");
        await StartAsync();

        await DisconnectAsync(async () =>
        {
            await server.DeleteAsync<Widget>(Widgets.Key("gone"), DeleteOptions.Default, default);
            await ResizeAsync("changed", 2);
            await CreateAsync("new");
            server.Compact();
        });

        await ToldAsync("+changed:1", "+gone:1", "+same:1", "-gone:1", "~changed:1>2", "+new:1");
        Assert.Equal(["0", null], server.Calls.Where(c => c.Verb == "list").Select(c => c.List!.ResourceVersion));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task RunAsync_DeletedAndRecreatedWhileAway_IsDeletedThenAdded(bool isCompacted)
    {
        await CreateAsync("a");
        var informer = await StartAsync();
        var before = informer.Store.Get(Widgets.Key("a"))!.Metadata.Uid!;

        await DisconnectAsync(async () =>
        {
            await server.DeleteAsync<Widget>(Widgets.Key("a"), DeleteOptions.Default, default);
            await CreateAsync("a", 7);
            if (isCompacted) server.Compact();
        });

        await ToldAsync("+a:1", "-a:1", "+a:7");
        Assert.Null(informer.Store.GetByUid(before));
        Assert.Equal(7, informer.Store.GetByUid(informer.Store.Get(Widgets.Key("a"))!.Metadata.Uid!)!.Spec.Size);
    }

    [Fact]
    public async Task RunAsync_VersionExpiresAgainAndAgain_WaitsLongerEachTime()
    {
        await StartAsync();
        var lists = new ConcurrentQueue<DateTimeOffset>();
        server.Before = (call, _) =>
        {
            if (call.Verb == "watch") throw new KubernetesException(HttpStatusCode.Gone, "Expired", "too old");
            lists.Enqueue(runtime.Clock.GetUtcNow());
            return Task.CompletedTask;
        };

        server.EndWatches(new HttpRequestException("reset"));
        await AdvanceUntilAsync(() => lists.Count == 10, TimeSpan.FromMilliseconds(500));

        var waits = lists.Zip(lists.Skip(1), (a, b) => (b - a).TotalSeconds).ToList();
        for (var i = 0; i < waits.Count; i++) Assert.True(waits[i] >= Math.Min(30, 0.8 * Math.Pow(2, i + 1)) / 2, $"wait {i} was {waits[i]} s");
    }

    [Fact]
    public async Task RunAsync_ServerAwayForLong_KeepsTheStoreAndComesBack()
    {
        await CreateAsync("a");
        var informer = await StartAsync();
        server.Before = (_, _) => throw new HttpRequestException("refused");
        server.EndWatches(new HttpRequestException("reset"));

        await AdvanceUntilAsync(() => runtime.CountOf("informer.failures") > 20, TimeSpan.FromSeconds(30));
        Assert.NotNull(informer.Store.Get(Widgets.Key("a")));
        Assert.True(informer.Silence > TimeSpan.FromMinutes(1));
        server.Before = (_, _) => Task.CompletedTask;
        await CreateAsync("b");

        await AdvanceUntilAsync(() => told.Contains("+b:1"), TimeSpan.FromSeconds(30));
        Assert.True(informer.HasSynced);
    }

    [Fact]
    public async Task RunAsync_FirstListFails_SyncsLater()
    {
        var isDown = true;
        server.Before = (_, _) => isDown ? throw new KubernetesException(HttpStatusCode.Forbidden, "Forbidden", "no") : Task.CompletedTask;
        var informer = Create();
        Run(informer);
        await AdvanceUntilAsync(() => runtime.CountOf("informer.failures", "reason=Forbidden") >= 3);
        Assert.False(informer.HasSynced);

        isDown = false;

        await AdvanceUntilAsync(() => informer.HasSynced);
    }

    [Fact]
    public async Task RunAsync_ServerAsksToWait_WaitsThatLong()
    {
        var isFirst = true;
        server.Before = (_, _) =>
        {
            var refuse = isFirst;
            isFirst = false;
            return refuse ? throw new KubernetesException(HttpStatusCode.TooManyRequests, "TooManyRequests", "busy", TimeSpan.FromSeconds(90)) : Task.CompletedTask;
        };
        var informer = Create();
        Run(informer);
        await Wait.UntilAsync(() => runtime.Clock.WaitingTimers > 0);

        runtime.Clock.Advance(TimeSpan.FromSeconds(89));
        Assert.Equal(1, server.CountOf("list"));
        runtime.Clock.Advance(TimeSpan.FromSeconds(1));

        await informer.WaitForSyncAsync(default).Within();
    }

    [Fact]
    public async Task RunAsync_SocketDead_IsNoticedAfterTimeoutAndMargin()
    {
        await StartAsync();
        server.IsSilent = true;
        await CreateAsync("a");
        Assert.Equal(1, server.CountOf("watch"));

        runtime.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(1, server.CountOf("watch"));
        await AdvanceUntilAsync(() => runtime.CountOf("informer.failures") == 1);
        server.IsSilent = false;

        await AdvanceUntilAsync(() => told.Contains("+a:1"));
        Assert.Equal(1, runtime.CountOf("informer.failures", "reason=TimeoutException"));
        Assert.Equal(1, server.CountOf("list"));
    }

    [Fact]
    public async Task RunAsync_Bookmarks_MoveThePlaceAndKeepTheWatchAlive()
    {
        await StartAsync();
        for (var i = 0; i < 20; i++)
        {
            runtime.Clock.Advance(TimeSpan.FromMinutes(1));
            server.SendBookmark("widgets");
            await Wait.UntilAsync(() => Silence() == TimeSpan.Zero);
        }
        Assert.Equal(1, server.CountOf("watch"));

        server.Compact();
        server.EndWatches();
        await AdvanceUntilAsync(() => server.CountOf("watch") == 2);

        Assert.Equal(1, server.CountOf("list"));
    }

    [Fact]
    public async Task RunAsync_HistorySetBack_TakesTheServersWord()
    {
        for (var i = 0; i < 50; i++) await CreateAsync($"w{i}");
        var informer = await StartAsync();

        server.SetBack(10);
        await ResizeAsync("w0", 9);
        server.EndWatches(new KubernetesException(HttpStatusCode.GatewayTimeout, "Timeout", "Too large resource version: 150, current: 62"));

        await AdvanceUntilAsync(() => told.Contains("~w0:1>9"));
        await ResizeAsync("w0", 10);
        await ToldLastAsync("~w0:9>10");
        Assert.Equal(50, informer.Store.Snapshot.Count);
    }

    [Fact]
    public async Task RunAsync_ObjectBecomesUnreadable_KeepsTheLastGoodOneAndGoesOn()
    {
        await CreateAsync("bad");
        await CreateAsync("good");
        var informer = await StartAsync();

        server.Corrupt<Widget>(Widgets.Key("bad"), w => w["spec"]!["size"] = "large");
        await ResizeAsync("good", 2);
        await ToldLastAsync("~good:1>2");

        Assert.Equal(1, informer.Store.Get(Widgets.Key("bad"))!.Spec.Size);
        Assert.Contains("size", informer.Store.Snapshot.GetUndecodable(Widgets.Key("bad"))!.Error, StringComparison.Ordinal);
        Assert.Equal(1, runtime.Gauge("informer.undecodable"));
        Assert.Contains("!bad:1", told);

        server.Corrupt<Widget>(Widgets.Key("bad"), w => w["spec"]!["size"] = 3);
        await ToldLastAsync("~bad:1>3");
        Assert.Empty(informer.Store.Snapshot.Undecodable);
    }

    [Fact]
    public async Task RunAsync_UnreadableFromTheStart_IsToldAndKnown()
    {
        await CreateAsync("bad");
        server.Corrupt<Widget>(Widgets.Key("bad"), w => w["spec"]!["size"] = "large");

        var informer = await StartAsync();

        Assert.Equal(["!bad:none"], told);
        Assert.Null(informer.Store.Get(Widgets.Key("bad")));
        server.Corrupt<Widget>(Widgets.Key("bad"), w => w["spec"]!["size"] = 3);
        await ToldLastAsync("+bad:3");
    }

    [Fact]
    public async Task RunAsync_UnreadableOnARelist_IsNotMistakenForDeleted()
    {
        await CreateAsync("bad");
        var informer = await StartAsync();

        await DisconnectAsync(() =>
        {
            server.Corrupt<Widget>(Widgets.Key("bad"), w => w["spec"]!["size"] = "large");
            server.Compact();
            return Task.CompletedTask;
        });
        await ToldAsync("+bad:1", "!bad:1");

        await server.DeleteAsync<Widget>(Widgets.Key("bad"), DeleteOptions.Default, default);
        await ToldLastAsync("-bad:1");
        Assert.Empty(informer.Store.Snapshot.Undecodable);
    }

    [Fact]
    public async Task RunAsync_UnreadableUnderTheNameOfADeletedOne_IsAnotherObject()
    {
        await CreateAsync("a");
        var informer = await StartAsync();

        await DisconnectAsync(async () =>
        {
            await server.DeleteAsync<Widget>(Widgets.Key("a"), DeleteOptions.Default, default);
            await CreateAsync("a");
            server.Corrupt<Widget>(Widgets.Key("a"), w => w["spec"]!["size"] = "large");
            server.Compact();
        });

        await ToldAsync("+a:1", "-a:1", "!a:none");
        Assert.Null(informer.Store.Get(Widgets.Key("a")));
    }

    [Fact]
    public async Task RunAsync_OtherNamespace_IsNotFollowed()
    {
        await CreateAsync("a");
        await server.CreateAsync(Widgets.New("b", ns: "other"), WriteOptions.Default, default);
        var informer = await StartAsync(InformerOptions.Default with { Namespace = "other", LabelSelector = "x=y", FieldSelector = "metadata.name=b" });

        Assert.Equal(["+b:1"], told);
        Assert.Equal(1, informer.Store.Snapshot.Count);
        await Wait.UntilAsync(() => server.CountOf("watch") == 1);
        Assert.All(server.Calls.Where(c => c.Verb == "list"), c => Assert.Equal(("other", "x=y", "metadata.name=b"), (c.List!.Namespace, c.List.LabelSelector, c.List.FieldSelector)));
        Assert.All(server.Calls.Where(c => c.Verb == "watch"), c => Assert.Equal(("other", "x=y", "metadata.name=b"), (c.Watch!.Namespace, c.Watch.LabelSelector, c.Watch.FieldSelector)));
    }

    [Fact]
    public async Task Subscribe_Late_IsToldWhatIsThereAsInitial()
    {
        await CreateAsync("a");
        var informer = await StartAsync();
        var late = new List<InformerEvent<Widget>>();

        using var subscription = informer.Subscribe(late.Add);

        Assert.True(Assert.IsType<InformerEvent<Widget>.Added>(Assert.Single(late)).IsInitial);
        await CreateAsync("b");
        await ToldLastAsync("+b:1");
        Assert.False(late[^1].IsInitial);
        subscription.Dispose();
        await CreateAsync("c");
        await ToldLastAsync("+c:1");
        Assert.Equal(2, late.Count);
    }

    [Fact]
    public async Task Subscribe_HandlerThrows_OthersAreToldAndTheLogSaysSo()
    {
        var informer = Create();
        using var bad = informer.Subscribe(_ => throw new InvalidOperationException("boom"));
        using var good = informer.Subscribe(e => told.Enqueue(Text(e)));
        Run(informer);
        await informer.WaitForSyncAsync(default).Within();

        await CreateAsync("a");

        await ToldAsync("+a:1");
        Assert.Contains(runtime.Logs, l => l.Level == LogLevel.Error && l.Text.Contains("boom", StringComparison.Ordinal));
    }

    [Fact]
    public async Task RunAsync_RunsAlready_Throws()
    {
        var informer = await StartAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => informer.RunAsync(default));
    }

    [Fact]
    public async Task Observe_OwnWrite_IsReadAtOnceAndToldOnce()
    {
        await CreateAsync("a");
        var informer = await StartAsync();
        server.IsSilent = true;

        informer.Observe(await ResizeAsync("a", 2));
        Assert.Equal(2, informer.Store.Get(Widgets.Key("a"))!.Spec.Size);
        server.IsSilent = false;
        await CreateAsync("b");

        await ToldAsync("+a:1", "~a:1>2", "+b:1");
    }

    [Fact]
    public async Task Observe_AfterTheDeletion_DoesNotBringItBack()
    {
        await CreateAsync("a");
        var informer = await StartAsync();
        var written = await ResizeAsync("a", 2);
        await server.DeleteAsync<Widget>(Widgets.Key("a"), DeleteOptions.Default, default);
        await ToldLastAsync("-a:2");

        informer.Observe(written);

        Assert.Null(informer.Store.Get(Widgets.Key("a")));
    }

    [Fact]
    public async Task Observe_OlderThanTheStore_ChangesNothing()
    {
        await CreateAsync("a");
        var informer = await StartAsync();
        var written = await ResizeAsync("a", 2);
        await ResizeAsync("a", 3);
        await ToldLastAsync("~a:2>3");

        informer.Observe(written);

        Assert.Equal(3, informer.Store.Get(Widgets.Key("a"))!.Spec.Size);
    }

    private TimeSpan Silence() => informers[^1].Silence;

    private readonly List<Informer<Widget>> informers = [];

    private Informer<Widget> Create(InformerOptions? options = null)
    {
        var informer = new Informer<Widget>(server, options ?? InformerOptions.Default, runtime.Services);
        informers.Add(informer);
        return informer;
    }

    private void Run(Informer<Widget> informer) => running.Add(Task.Run(() => informer.RunAsync(stop.Token)));

    private async Task<Informer<Widget>> StartAsync(InformerOptions? options = null)
    {
        var informer = Create(options);
        informer.Subscribe(e => told.Enqueue(Text(e)));
        Run(informer);
        await informer.WaitForSyncAsync(default).Within();
        await Wait.UntilAsync(() => server.CountOf("watch") == 1);
        return informer;
    }

    private Task<Widget> CreateAsync(string name, int size = 1) => server.CreateAsync(Widgets.New(name, size), WriteOptions.Default, default);

    private Task<Widget> ResizeAsync(string name, int size) =>
        server.PatchAsync<Widget>(Widgets.Key(name), Patch.Merge(System.Text.Encoding.UTF8.GetBytes($$$"""{"spec":{"size":{{{size}}}}}""")), WriteOptions.Default, default);

    /// <summary>Breaks the connection, lets things happen meanwhile, and waits until the informer is back.</summary>
    private async Task DisconnectAsync(Func<Task> meanwhile)
    {
        var isDown = true;
        server.Before = (call, _) => isDown && call.Verb is ("watch" or "list") ? throw new HttpRequestException("refused") : Task.CompletedTask;
        server.EndWatches(new HttpRequestException("reset"));
        await Wait.UntilAsync(() => runtime.CountOf("informer.failures") > 0);
        await meanwhile();
        isDown = false;
        var lists = server.CountOf("list") + server.CountOf("watch");
        await AdvanceUntilAsync(() => server.CountOf("list") + server.CountOf("watch") > lists);
    }

    private Task AdvanceUntilAsync(Func<bool> condition, TimeSpan? step = null) => Wait.UntilAsync(runtime.Clock, step ?? Step, condition);

    private async Task ToldAsync(params string[] expected)
    {
        await Wait.UntilAsync(runtime.Clock, TimeSpan.FromMilliseconds(100), () => told.Count >= expected.Length);
        Assert.Equal(expected, told);
    }

    private Task ToldLastAsync(string expected) => Wait.UntilAsync(runtime.Clock, TimeSpan.FromMilliseconds(1), () => told.LastOrDefault() == expected);

    private static string Text(InformerEvent<Widget> change) => change switch
    {
        InformerEvent<Widget>.Added(var w) => $"+{w.Metadata.Name}:{w.Spec.Size}",
        InformerEvent<Widget>.Updated(var old, var w) => $"~{w.Metadata.Name}:{old.Spec.Size}>{w.Spec.Size}",
        InformerEvent<Widget>.Deleted(var w) => $"-{w.Metadata.Name}:{w.Spec.Size}",
        InformerEvent<Widget>.Undecodable(var bad, var last) => $"!{bad.Key.Name}:{last?.Spec.Size.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "none"}",
        _ => "?",
    };
}

using System.Net;
using DirectRoute.Kubernetes.Client;
using DirectRoute.Kubernetes.Entities;
using DirectRoute.Kubernetes.Events;
using DirectRoute.Kubernetes.Tests.Fakes;

namespace DirectRoute.Kubernetes.Tests.Events;

public sealed class EventRecorderTests : IAsyncDisposable
{
    private readonly TestRuntime runtime = new();
    private readonly FakeApiServer server = new();
    private readonly List<EventRecorder> recorders = [];

    public async ValueTask DisposeAsync()
    {
        server.Before = (_, _) => Task.CompletedTask;
        foreach (var recorder in recorders)
        {
            await recorder.StopAsync(default);
            recorder.Dispose();
        }
        runtime.Dispose();
    }

    [Fact]
    public async Task Record_Once_WritesTheEventThatKubectlShows()
    {
        var recorder = await StartAsync();
        runtime.Clock.Advance(TimeSpan.FromMilliseconds(1500));

        recorder.Record(Object("a"), EventType.Warning, "Failed", "It does not work.");
        await WrittenAsync(1);

        var written = Assert.Single(server.All<CoreV1Event>());
        var now = new DateTimeOffset(2026, 1, 1, 0, 0, 1, TimeSpan.Zero);
        Assert.Equal(("ns", "Warning", "Failed", "It does not work.", 1), (written.Metadata.NamespaceProperty, written.Type, written.Reason, written.Message, written.Count));
        Assert.Equal((now, now), (written.FirstTimestamp, written.LastTimestamp));
        Assert.Equal(("test/controller", "test/controller", "pod-1"), (written.Source!.Component, written.ReportingComponent, written.ReportingInstance));
        Assert.Equal(("a", "uid-a", "Widget"), (written.InvolvedObject.Name, written.InvolvedObject.Uid, written.InvolvedObject.Kind));
        Assert.Matches("^a\\.[0-9a-f]{16}$", written.Metadata.Name);
    }

    [Fact]
    public async Task Record_AgainWithinTheWindow_CountsUpByPatchAndReadsNothing()
    {
        var recorder = await StartAsync();
        for (var i = 1; i <= 5; i++)
        {
            recorder.Record(Object("a"), EventType.Normal, "Synced", "All is well.");
            await WrittenAsync(i);
            runtime.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        var written = Assert.Single(server.All<CoreV1Event>());
        Assert.Equal((5, TimeSpan.FromMinutes(4)), (written.Count, written.LastTimestamp - written.FirstTimestamp));
        Assert.Equal((1, 4, 5), (server.CountOf("create"), server.CountOf("patch"), server.Calls.Count));
    }

    [Fact]
    public async Task Record_ManyAtOnce_AreOneWrite()
    {
        var recorder = New();
        for (var i = 0; i < 50; i++) recorder.Record(Object("a"), EventType.Normal, "Synced", "All is well.");
        await recorder.StartAsync(default);
        await WrittenAsync(1);

        Assert.Equal(50, Assert.Single(server.All<CoreV1Event>()).Count);
        Assert.Single(server.Calls);
    }

    [Fact]
    public async Task Record_AfterTheWindow_IsAnotherEvent()
    {
        var recorder = await StartAsync();
        recorder.Record(Object("a"), EventType.Normal, "Synced", "All is well.");
        await WrittenAsync(1);
        runtime.Clock.Advance(TimeSpan.FromMinutes(11));
        recorder.Record(Object("a"), EventType.Normal, "Synced", "All is well.");
        await WrittenAsync(2);

        Assert.Equal([1, 1], server.All<CoreV1Event>().Select(e => e.Count));
    }

    [Fact]
    public async Task Record_SomethingElse_IsAnotherEvent()
    {
        var recorder = await StartAsync();
        recorder.Record(Object("a"), EventType.Normal, "Synced", "x");
        recorder.Record(Object("a"), EventType.Warning, "Synced", "x");
        recorder.Record(Object("a"), EventType.Normal, "Other", "x");
        recorder.Record(Object("a"), EventType.Normal, "Synced", "y");
        recorder.Record(Object("b"), EventType.Normal, "Synced", "x");
        await WrittenAsync(5);

        Assert.Equal(5, server.All<CoreV1Event>().Count);
    }

    [Fact]
    public async Task Record_AfterARestart_CountsOn()
    {
        var first = await StartAsync();
        first.Record(Object("a"), EventType.Normal, "Synced", "x");
        first.Record(Object("a"), EventType.Normal, "Synced", "x");
        await Wait.UntilAsync(() => Count() == 2);
        await first.StopAsync(default);
        var second = await StartAsync("pod-2");

        second.Record(Object("a"), EventType.Normal, "Synced", "x");
        await Wait.UntilAsync(() => Count() == 3);
        second.Record(Object("a"), EventType.Normal, "Synced", "x");

        await Wait.UntilAsync(() => Count() == 4);
        Assert.Equal(0, server.CountOf("get"));
    }

    [Fact]
    public async Task Record_AnswerToTheCreationLost_IsNotCountedTwice()
    {
        var lost = 1;
        server.After = (_, _) => lost-- > 0 ? throw new TimeoutException("lost") : Task.CompletedTask;
        var recorder = await StartAsync();

        recorder.Record(Object("a"), EventType.Normal, "Synced", "x");
        await AdvanceUntilAsync(() => runtime.Sum("events", "result=Written") == 1);

        Assert.Equal(1, Count());
    }

    [Fact]
    public async Task Record_EventExpiredOnTheServer_IsMadeAnew()
    {
        var recorder = await StartAsync();
        recorder.Record(Object("a"), EventType.Normal, "Synced", "x");
        await WrittenAsync(1);
        await server.DeleteAsync<CoreV1Event>(ObjectKey.Of(server.All<CoreV1Event>()[0]), DeleteOptions.Default, default);

        recorder.Record(Object("a"), EventType.Normal, "Synced", "x");
        await WrittenAsync(2);

        Assert.Equal(2, Count());
    }

    [Fact]
    public async Task Record_Spam_IsLimitedPerObject()
    {
        var recorder = await StartAsync();
        for (var i = 0; i < 60; i++) recorder.Record(Object("spam"), EventType.Normal, "Synced", $"message {i}");
        recorder.Record(Object("other"), EventType.Normal, "Synced", "x");
        await Wait.UntilAsync(() => runtime.Sum("events") == 61);

        Assert.Equal((26, 35), (runtime.Sum("events", "result=Written"), runtime.Sum("events", "result=Limited")));
        Assert.Contains(server.All<CoreV1Event>(), e => e.InvolvedObject.Name == "other");
        runtime.Clock.Advance(TimeSpan.FromMinutes(5));
        recorder.Record(Object("spam"), EventType.Normal, "Synced", "later");
        await WrittenAsync(27);
    }

    [Fact]
    public async Task Record_TooManyWaiting_DropsTheOldest()
    {
        var recorder = New();
        for (var i = 0; i < 1010; i++) recorder.Record(Object($"o{i}"), EventType.Normal, "Synced", "x");
        await recorder.StartAsync(default);
        await WrittenAsync(1000);

        Assert.Equal(10, runtime.Sum("events", "result=Overflowed"));
        Assert.DoesNotContain(server.All<CoreV1Event>(), e => e.InvolvedObject.Name == "o9");
        Assert.Contains(server.All<CoreV1Event>(), e => e.InvolvedObject.Name == "o10");
    }

    [Fact]
    public async Task Record_ServerAwayForAWhile_IsWrittenLater()
    {
        var failures = 3;
        server.Before = (_, _) => failures-- > 0 ? throw new HttpRequestException("down") : Task.CompletedTask;
        var recorder = await StartAsync();

        recorder.Record(Object("a"), EventType.Normal, "Synced", "x");
        await AdvanceUntilAsync(() => runtime.Sum("events", "result=Written") == 1);

        Assert.Equal(1, Count());
    }

    [Fact]
    public async Task Record_ServerRefuses_IsDroppedAndTheNextIsWritten()
    {
        server.Before = (call, _) => call.Key!.Value.Name.StartsWith("bad", StringComparison.Ordinal)
            ? throw new KubernetesException(HttpStatusCode.Forbidden, "Forbidden", "namespace is being terminated")
            : Task.CompletedTask;
        var recorder = await StartAsync();

        recorder.Record(Object("bad"), EventType.Normal, "Synced", "x");
        recorder.Record(Object("good"), EventType.Normal, "Synced", "x");
        await WrittenAsync(1);

        Assert.Equal(1, runtime.Sum("events", "result=Refused"));
        Assert.Equal(2, server.Calls.Count);
    }

    [Fact]
    public async Task Record_ClusterScopedObject_GoesToTheDefaultNamespace()
    {
        var recorder = await StartAsync();
        var entity = Object("a");
        recorder.Record(entity with { Metadata = entity.Metadata with { NamespaceProperty = null } }, EventType.Normal, "Synced", new string('x', 5000));
        await WrittenAsync(1);

        var written = Assert.Single(server.All<CoreV1Event>());
        Assert.Equal(("default", null, 1024), (written.Metadata.NamespaceProperty, written.InvolvedObject.Namespace, written.Message!.Length));
    }

    [Fact]
    public async Task Record_LongestName_StaysAName()
    {
        var recorder = await StartAsync();
        recorder.Record(Object(new string('a', 235) + "." + new string('b', 17)), EventType.Normal, "Synced", "x");
        await WrittenAsync(1);

        Assert.Matches("^a{235}\\.[0-9a-f]{16}$", server.All<CoreV1Event>()[0].Metadata.Name);
    }

    [Fact]
    public void Record_Nonsense_DoesNotThrow()
    {
        var recorder = New();

        recorder.Record(null!, EventType.Normal, "r", "m");
        recorder.Record(Object("a"), EventType.Normal, null!, "m");
        recorder.Record(Widgets.New("without-uid"), EventType.Normal, "r", "m");

        Assert.Equal(3, runtime.Sum("events", "result=Malformed"));
    }

    [Fact]
    public async Task StopAsync_EventsWaiting_WritesThemFirst()
    {
        var recorder = await StartAsync();
        for (var i = 0; i < 200; i++) recorder.Record(Object($"o{i}"), EventType.Normal, "Stopping", "x");

        await recorder.StopAsync(default).Within();

        Assert.Equal(200, server.All<CoreV1Event>().Count);
        recorder.Record(Object("late"), EventType.Normal, "Stopping", "x");
        Assert.Equal(1, runtime.Sum("events", "result=TooLate"));
    }

    private static Widget Object(string name)
    {
        var widget = Widgets.New(name);
        return widget with { Metadata = widget.Metadata with { Uid = $"uid-{name}", ResourceVersion = "7" } };
    }

    private int? Count() => server.All<CoreV1Event>().SingleOrDefault()?.Count;

    private EventRecorder New(string instance = "pod-1")
    {
        var recorder = new EventRecorder(server, new EventRecorderOptions { Component = "test/controller", Instance = instance }, runtime.Services);
        recorders.Add(recorder);
        return recorder;
    }

    private async Task<EventRecorder> StartAsync(string instance = "pod-1")
    {
        var recorder = New(instance);
        await recorder.StartAsync(default);
        return recorder;
    }

    private Task WrittenAsync(int times) => Wait.UntilAsync(() => runtime.Sum("events", "result=Written") == times);

    private Task AdvanceUntilAsync(Func<bool> condition) => Wait.UntilAsync(runtime.Clock, TimeSpan.FromMilliseconds(200), condition);
}

using DirectRoute.Kubernetes.Client;
using DirectRoute.Kubernetes.Conditions;
using DirectRoute.Kubernetes.Events;
using DirectRoute.Kubernetes.Finalizers;
using DirectRoute.Kubernetes.Informers;
using DirectRoute.Kubernetes.Tests.Fakes;
using DirectRoute.Kubernetes.Writes;

namespace DirectRoute.Kubernetes.Tests.Cluster;

public sealed class WritesClusterTests(ClusterFixture cluster) : IClassFixture<ClusterFixture>, IDisposable
{
    private const string Ours = "runtime.directroute.dev/cleanup";
    private readonly TestRuntime runtime = new();

    public void Dispose() => runtime.Dispose();

    [Fact]
    public async Task StatusWriter_RealServer_WritesOnceKeepsUnknownsAndSeesConflicts()
    {
        var created = await cluster.CreateAsync("status");
        var informer = new Informer<Widget>(cluster.Client, InformerOptions.Default, runtime.Services);
        var writer = new StatusWriter<Widget, WidgetStatus>(cluster.Client, informer, FakeKinds.Default.WidgetStatus, w => w.Status);
        var ready = ConditionSet.Empty.With("Ready", "True", "Done", "All is well.", created.Metadata.Generation, TimeProvider.System.GetUtcNow());
        var status = new WidgetStatus { Phase = "Ready", Conditions = ready.Items, ObservedGeneration = 1 };

        var written = Assert.IsType<WriteResult<Widget>.Written>(await writer.WriteAsync(created, status, default)).Object;
        Assert.Equal(created.Metadata.Generation, written.Metadata.Generation);
        Assert.IsType<WriteResult<Widget>.Unchanged>(await writer.WriteAsync(written, status, default));
        Assert.IsType<WriteResult<Widget>.Conflict>(await writer.WriteAsync(created, status with { Phase = "Other" }, default));
        (await cluster.Environment.KubectlAsync("-n", cluster.Namespace, "wait", "--for=condition=Ready", "widget/status", "--timeout=10s")).EnsureSuccess();

        await cluster.Client.PatchAsync<Widget>(cluster.Key("status"), Patch.Merge("""{"status":{"ofOthers":42}}"""u8.ToArray()), WriteOptions.Status, default);
        var read = await cluster.Client.GetAsync<Widget>(cluster.Key("status"), default);
        await writer.WriteAsync(read!, new WidgetStatus { ObservedGeneration = 1 }, default);
        var json = (await cluster.Environment.KubectlAsync("-n", cluster.Namespace, "get", "widget", "status", "-o", "jsonpath={.status}")).EnsureSuccess().Output;
        Assert.Equal("""{"observedGeneration":1,"ofOthers":42}""", json);
    }

    [Fact]
    public async Task StatusWriter_ObjectRecreatedOrGone_DoesNotReachTheOther()
    {
        var stale = await cluster.CreateAsync("recreated");
        var writer = new StatusWriter<Widget, WidgetStatus>(
            cluster.Client, new Informer<Widget>(cluster.Client, InformerOptions.Default, runtime.Services), FakeKinds.Default.WidgetStatus, w => w.Status);
        await cluster.Client.DeleteAsync<Widget>(cluster.Key("recreated"), DeleteOptions.Default, default);

        Assert.IsType<WriteResult<Widget>.Gone>(await writer.WriteAsync(stale, new WidgetStatus { Phase = "x" }, default));
        await cluster.CreateAsync("recreated");

        Assert.IsType<WriteResult<Widget>.Conflict>(await writer.WriteAsync(stale, new WidgetStatus { Phase = "x" }, default));
    }

    [Fact]
    public async Task FinalizerWriter_RealServer_HoldsTheObjectUntilItIsTakenOff()
    {
        var created = await cluster.CreateAsync("final", 1, "others.directroute.dev/one");
        var finalizers = new FinalizerWriter<Widget>(cluster.Client, new Informer<Widget>(cluster.Client, InformerOptions.Default, runtime.Services));

        var added = (await finalizers.AddAsync(created, Ours, default)).Current!;
        Assert.Equal(["others.directroute.dev/one", Ours], added.Metadata.Finalizers);
        Assert.IsType<WriteResult<Widget>.Conflict>(await finalizers.AddAsync(created, Ours, default));
        await cluster.Client.DeleteAsync<Widget>(cluster.Key("final"), DeleteOptions.Default, default);
        var deleting = await cluster.Client.GetAsync<Widget>(cluster.Key("final"), default);
        Assert.NotNull(deleting!.Metadata.DeletionTimestamp);

        var rest = (await finalizers.RemoveAsync(deleting, "others.directroute.dev/one", default)).Current!;
        Assert.Equal([Ours], rest.Metadata.Finalizers);
        Assert.IsType<WriteResult<Widget>.Written>(await finalizers.RemoveAsync(rest, Ours, default));

        Assert.Null(await cluster.Client.GetAsync<Widget>(cluster.Key("final"), default));
        Assert.IsType<WriteResult<Widget>.Gone>(await finalizers.RemoveAsync(rest, Ours, default));
    }

    [Fact]
    public async Task EventRecorder_RealServer_KubectlDescribeShowsOneLineWithItsCount()
    {
        var about = await cluster.CreateAsync("eventful");
        using var recorder = new EventRecorder(
            cluster.Client, new EventRecorderOptions { Component = "directroute.dev/test", Instance = "pod-1" }, runtime.Services with { Time = TimeProvider.System });
        await recorder.StartAsync(default);
        for (var i = 1; i <= 3; i++)
        {
            recorder.Record(about, EventType.Warning, "QueueMissing", "The queue does not exist.");
            await Wait.UntilAsync(() => runtime.Sum("events") == i);
        }
        await recorder.StopAsync(default);

        Assert.Equal(3, runtime.Sum("events", "result=Written"));
        var described = (await cluster.Environment.KubectlAsync("-n", cluster.Namespace, "describe", "widget", "eventful")).EnsureSuccess().Output;
        Assert.Matches(@"Warning\s+QueueMissing\s+\S+ \(x3 over \S+\)\s+directroute.dev/test\s+The queue does not exist\.", described);
    }
}

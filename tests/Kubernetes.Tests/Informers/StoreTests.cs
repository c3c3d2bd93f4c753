using DirectRoute.Kubernetes.Client;
using DirectRoute.Kubernetes.Informers;
using DirectRoute.Kubernetes.Queue;
using DirectRoute.Kubernetes.Tests.Fakes;
using Microsoft.Extensions.Logging;

namespace DirectRoute.Kubernetes.Tests.Informers;

public sealed class StoreTests : IDisposable
{
    private readonly TestRuntime runtime = new();
    private readonly FakeApiServer server = new();
    private readonly Informer<Widget> informer;

    public StoreTests() => informer = new Informer<Widget>(server, InformerOptions.Default, runtime.Services);

    public void Dispose() => runtime.Dispose();

    [Fact]
    public void ByIndex_ValueChanges_MovesTheObject()
    {
        informer.Store.AddIndex("parent", w => [w.Spec.Parent ?? "none"]);
        Put("a", "1", parent: "x");
        Assert.Single(informer.Store.ByIndex("parent", "x"));

        Put("a", "2", parent: "y");

        Assert.Empty(informer.Store.ByIndex("parent", "x"));
        Assert.Equal("2", Assert.Single(informer.Store.ByIndex("parent", "y")).Metadata.ResourceVersion);
    }

    [Fact]
    public void ByIndex_ObjectChangesAndValueDoesNot_GivesTheNewVersion()
    {
        informer.Store.AddIndex("parent", w => [w.Spec.Parent!, w.Spec.Parent!]);
        Put("a", "1", parent: "x");
        Put("a", "2", parent: "x");

        Assert.Equal("2", Assert.Single(informer.Store.ByIndex("parent", "x")).Metadata.ResourceVersion);
    }

    [Fact]
    public void AddIndex_ObjectsThere_AreInIt()
    {
        Put("a", "1", parent: "x");

        informer.Store.AddIndex("parent", w => [w.Spec.Parent!]);

        Assert.Single(informer.Store.ByIndex("parent", "x"));
    }

    [Fact]
    public void AddIndex_NameTaken_Throws()
    {
        informer.Store.AddIndex("i", _ => []);

        Assert.Throws<ArgumentException>(() => informer.Store.AddIndex("i", _ => []));
    }

    [Fact]
    public void ByIndex_NoSuchIndex_SaysSo() =>
        Assert.Contains("'nope'", Assert.Throws<ArgumentException>(() => informer.Store.ByIndex("nope", "x")).Message, StringComparison.Ordinal);

    [Fact]
    public void AddIndex_FunctionThrows_ObjectIsKeptWithoutValue()
    {
        informer.Store.AddIndex("i", w => w.Spec.Parent is null ? throw new InvalidOperationException("boom") : [w.Spec.Parent]);

        Put("a", "1");
        Put("b", "2", parent: "x");

        Assert.Equal(2, informer.Store.Snapshot.Count);
        Assert.Single(informer.Store.ByIndex("i", "x"));
        Assert.Contains(runtime.Logs, l => l.Level == LogLevel.Error && l.Text.Contains("boom", StringComparison.Ordinal));
    }

    [Fact]
    public void Snapshot_LaterChange_DoesNotShow()
    {
        Put("a", "1");
        var snapshot = informer.Store.Snapshot;

        Put("b", "2");

        Assert.Equal((1, 2), (snapshot.Count, informer.Store.Snapshot.Count));
    }

    [Fact]
    public void Put_OlderVersion_IsNoNews()
    {
        Put("a", "10");

        Assert.Empty(informer.Store.Put(Versioned("a", "9")));
        Assert.Equal("10", informer.Store.Get(Widgets.Key("a"))!.Metadata.ResourceVersion);
    }

    [Theory]
    [InlineData("spec", true)]
    [InlineData("status", false)]
    [InlineData("label", true)]
    [InlineData("annotation", true)]
    [InlineData("finalizer", true)]
    [InlineData("deletion", true)]
    [InlineData("other", false)]
    public void Consequential_Update_StatusAloneDoesNotMatter(string what, bool matters)
    {
        var old = Versioned("a", "1");
        var meta = old.Metadata with { ResourceVersion = "2" };
        var current = what switch
        {
            "spec" => old with { Metadata = meta with { Generation = 2 } },
            "status" => old with { Metadata = meta, Status = new WidgetStatus { Phase = "Busy" } },
            "label" => old with { Metadata = meta with { Labels = new Dictionary<string, string> { ["a"] = "b" } } },
            "annotation" => old with { Metadata = meta with { Annotations = new Dictionary<string, string> { ["reconcile"] = "now" } } },
            "finalizer" => old with { Metadata = meta with { Finalizers = ["x/y"] } },
            "deletion" => old with { Metadata = meta with { DeletionTimestamp = DateTimeOffset.UnixEpoch } },
            _ => old with { Metadata = meta with { Labels = new Dictionary<string, string>(), Finalizers = [] } },
        };

        Assert.Equal(matters, ChangeFilter.Consequential(new InformerEvent<Widget>.Updated(old, current)));
        Assert.True(ChangeFilter.Any(new InformerEvent<Widget>.Updated(old, current)));
    }

    [Fact]
    public void HasConsequence_KindWithoutGeneration_EveryVersionMatters()
    {
        var old = Versioned("a", "1").Metadata with { Generation = null };

        Assert.True(ChangeFilter.HasConsequence(old, old with { ResourceVersion = "2" }));
        Assert.False(ChangeFilter.HasConsequence(old, old));
    }

    [Fact]
    public async Task MapObjects_ObjectMoves_QueuesWhatItLeftAndWhereItWent()
    {
        using var queue = new WorkQueue<string>("q", new WorkQueueOptions(), runtime.Services);
        using var stop = new CancellationTokenSource();
        await server.CreateAsync(Widgets.New("a", parent: "old"), WriteOptions.Default, default);
        using var map = informer.MapObjects(queue, w => w.Spec.Parent is null ? [] : [w.Spec.Parent]);
        var running = Task.Run(() => informer.RunAsync(stop.Token));
        Assert.Equal("old", await NextAsync(queue));

        await server.PatchAsync<Widget>(Widgets.Key("a"), Patch.Merge("""{"status":{"phase":"x"}}"""u8.ToArray()), WriteOptions.Status, default);
        await server.PatchAsync<Widget>(Widgets.Key("a"), Patch.Merge("""{"spec":{"parent":"new"}}"""u8.ToArray()), WriteOptions.Default, default);

        Assert.Equal(["old", "new"], [await NextAsync(queue), await NextAsync(queue)]);
        Assert.Equal(0, queue.Depth);
        await stop.CancelAsync();
        await running.Within();
    }

    private static async Task<string> NextAsync(WorkQueue<string> queue)
    {
        var item = await queue.TakeAsync(default).AsTask().Within();
        queue.Complete(item!.Value.Key);
        return item.Value.Key;
    }

    private void Put(string name, string version, string? parent = null) => Assert.NotEmpty(informer.Store.Put(Versioned(name, version, parent)));

    private static Widget Versioned(string name, string version, string? parent = null)
    {
        var widget = Widgets.New(name, parent: parent);
        return widget with { Metadata = widget.Metadata with { Uid = $"uid-{name}", ResourceVersion = version, Generation = 1 } };
    }
}

using System.Text.Json;
using DirectRoute.Kubernetes.Client;
using DirectRoute.Kubernetes.Conditions;
using DirectRoute.Kubernetes.Controllers;
using DirectRoute.Kubernetes.Informers;
using DirectRoute.Kubernetes.Tests.Fakes;
using DirectRoute.Kubernetes.Writes;

namespace DirectRoute.Kubernetes.Tests.Writes;

public sealed class StatusWriterTests : IAsyncLifetime, IDisposable
{
    private readonly TestRuntime runtime = new();
    private readonly FakeApiServer server = new();
    private readonly Informer<Widget> informer;
    private readonly StatusWriter<Widget, WidgetStatus> writer;

    public StatusWriterTests()
    {
        informer = new Informer<Widget>(server, InformerOptions.Default, runtime.Services);
        writer = new StatusWriter<Widget, WidgetStatus>(server, informer, FakeKinds.Default.WidgetStatus, w => w.Status);
    }

    public Task InitializeAsync() => server.CreateAsync(Widgets.New("a"), WriteOptions.Default, default);

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => runtime.Dispose();

    [Fact]
    public async Task WriteAsync_New_PatchesTheStatusAloneForThatVersion()
    {
        var entity = Read();

        var result = await writer.WriteAsync(entity, new WidgetStatus { Phase = "Busy" }, default);

        Assert.Equal("Busy", Assert.IsType<WriteResult<Widget>.Written>(result).Object.Status!.Phase);
        var call = server.Calls[^1];
        Assert.Equal("status", call.Subresource);
        Assert.Equal(
            $$$"""{"metadata":{"uid":"uid-1","resourceVersion":"{{{entity.Metadata.ResourceVersion}}}"},"status":{"phase":"Busy"}}""", call.Body);
    }

    [Fact]
    public async Task WriteAsync_Unchanged_SendsNothing()
    {
        var conditions = ConditionSet.Empty.With("Ready", "True", "Done", "x", 1, DateTimeOffset.UnixEpoch).Items;
        await writer.WriteAsync(Read(), new WidgetStatus { Phase = "Busy", Conditions = conditions }, default);
        var calls = server.Calls.Count;

        var result = await writer.WriteAsync(Read(), new WidgetStatus { Phase = "Busy", Conditions = [.. conditions] }, default);

        Assert.IsType<WriteResult<Widget>.Unchanged>(result);
        Assert.Equal(calls, server.Calls.Count);
    }

    [Fact]
    public async Task WriteAsync_UnknownMembersStored_AreKept()
    {
        server.Corrupt<Widget>(Widgets.Key("a"), w => w["status"] = new System.Text.Json.Nodes.JsonObject { ["phase"] = "Old", ["ofOthers"] = 42 });

        await writer.WriteAsync(Read(), new WidgetStatus { ObservedGeneration = 1 }, default);

        Assert.Equal("""{"ofOthers":42,"observedGeneration":1}""", server.Raw<Widget>(Widgets.Key("a"))["status"]!.ToJsonString());
    }

    [Fact]
    public async Task WriteAsync_ObjectChangedMeanwhile_IsAConflictAndNotSentAgain()
    {
        var stale = Read();
        server.Corrupt<Widget>(Widgets.Key("a"), w => w["spec"]!["size"] = 9);

        var result = await writer.WriteAsync(stale, new WidgetStatus { Phase = "Busy" }, default);

        Assert.IsType<WriteResult<Widget>.Conflict>(result);
        Assert.Equal(ReconcileOutcome.Again, result.Interruption!.Outcome);
        Assert.Equal(1, server.CountOf("patch"));
        Assert.Null(Read().Status);
    }

    [Fact]
    public async Task WriteAsync_ObjectGone_IsGone()
    {
        var stale = Read();
        await server.DeleteAsync<Widget>(Widgets.Key("a"), DeleteOptions.Default, default);

        Assert.IsType<WriteResult<Widget>.Gone>(await writer.WriteAsync(stale, new WidgetStatus { Phase = "Busy" }, default));
    }

    [Fact]
    public async Task WriteAsync_ObjectRecreated_DoesNotReachTheOther()
    {
        var stale = Read();
        await server.DeleteAsync<Widget>(Widgets.Key("a"), DeleteOptions.Default, default);
        await server.CreateAsync(Widgets.New("a"), WriteOptions.Default, default);

        Assert.IsType<WriteResult<Widget>.Conflict>(await writer.WriteAsync(stale, new WidgetStatus { Phase = "Busy" }, default));
        Assert.Null(Read().Status);
    }

    [Fact]
    public async Task WriteAsync_Twice_SecondReadsItsOwnWriteThoughTheWatchIsBehind()
    {
        using var stop = new CancellationTokenSource();
        var running = Task.Run(() => informer.RunAsync(stop.Token));
        await informer.WaitForSyncAsync(default).Within();
        server.IsSilent = true;
        await writer.WriteAsync(informer.Store.Get(Widgets.Key("a"))!, new WidgetStatus { Phase = "One" }, default);

        var result = await writer.WriteAsync(informer.Store.Get(Widgets.Key("a"))!, new WidgetStatus { Phase = "Two" }, default);

        Assert.IsType<WriteResult<Widget>.Written>(result);
        Assert.Equal("Two", Read().Status!.Phase);
        await stop.CancelAsync();
        await running.Within();
    }

    [Theory]
    [InlineData("""{"a":1,"b":{"c":2,"d":3},"e":[1,2]}""", """{"a":1,"b":{"c":2,"d":4},"e":[2]}""", """{"b":{"d":4},"e":[2]}""")]
    [InlineData("""{"a":1,"b":2}""", """{"a":1}""", """{"b":null}""")]
    [InlineData("""{"a":{"x":1}}""", """{"a":{}}""", """{"a":{"x":null}}""")]
    [InlineData("""{"a":1}""", """{"a":{"x":{"y":1}}}""", """{"a":{"x":{"y":1}}}""")]
    [InlineData("{}", "{}", "{}")]
    public void MergeDiff_TwoDocuments_SaysOnlyWhatDiffers(string old, string current, string expected)
    {
        using var oldDocument = JsonDocument.Parse(old);
        using var currentDocument = JsonDocument.Parse(current);

        var diff = DirectRoute.Kubernetes.Writes.Json.Write(w => MergeDiff.Write(w, oldDocument.RootElement, currentDocument.RootElement));

        Assert.Equal(expected, System.Text.Encoding.UTF8.GetString(diff.Span));
    }

    private Widget Read() => Assert.Single(server.All<Widget>());
}

using DirectRoute.Kubernetes.Client;
using DirectRoute.Kubernetes.Controllers;
using DirectRoute.Kubernetes.Finalizers;
using DirectRoute.Kubernetes.Informers;
using DirectRoute.Kubernetes.Tests.Fakes;
using DirectRoute.Kubernetes.Writes;

namespace DirectRoute.Kubernetes.Tests.Finalizers;

public sealed class FinalizerTests : IDisposable
{
    private const string Ours = "test.directroute.dev/cleanup";
    private readonly TestRuntime runtime = new();
    private readonly FakeApiServer server = new();
    private readonly Informer<Widget> informer;
    private readonly FinalizerWriter<Widget> finalizers;

    public FinalizerTests()
    {
        informer = new Informer<Widget>(server, InformerOptions.Default, runtime.Services);
        finalizers = new FinalizerWriter<Widget>(server, informer);
    }

    public void Dispose() => runtime.Dispose();

    [Theory]
    [InlineData]
    [InlineData("others/one")]
    [InlineData("others/one", "others/two")]
    public async Task AddThenRemove_OthersThere_AreUntouched(params string[] others)
    {
        var created = await CreateAsync(others);

        await finalizers.AddAsync(created, Ours, default);
        Assert.Equal([.. others, Ours], Read().Metadata.Finalizers);
        Assert.IsType<WriteResult<Widget>.Unchanged>(await finalizers.AddAsync(Read(), Ours, default));
        await finalizers.RemoveAsync(Read(), Ours, default);

        Assert.Equal(others, Read().Metadata.Finalizers ?? []);
        Assert.IsType<WriteResult<Widget>.Unchanged>(await finalizers.RemoveAsync(Read(), Ours, default));
        Assert.Equal(2, server.CountOf("patch"));
    }

    [Fact]
    public async Task AddAsync_SomebodyAddedAnotherMeanwhile_LosesNone()
    {
        var stale = await CreateAsync();
        await finalizers.AddAsync(stale, "others/one", default);

        Assert.IsType<WriteResult<Widget>.Conflict>(await finalizers.AddAsync(stale, Ours, default));
        await finalizers.AddAsync(Read(), Ours, default);

        Assert.Equal(["others/one", Ours], Read().Metadata.Finalizers);
    }

    [Fact]
    public async Task AddAsync_BeingDeleted_IsGone()
    {
        await CreateAsync("others/one");
        await DeleteAsync();

        Assert.IsType<WriteResult<Widget>.Gone>(await finalizers.AddAsync(Read(), Ours, default));
        Assert.Equal(0, server.CountOf("patch"));
    }

    [Fact]
    public async Task RemoveAsync_ObjectGone_IsFine()
    {
        var stale = await CreateAsync(Ours);
        await DeleteAsync();
        await finalizers.RemoveAsync(Read(), Ours, default);
        Assert.Empty(server.All<Widget>());

        Assert.IsType<WriteResult<Widget>.Gone>(await finalizers.RemoveAsync(stale, Ours, default));
    }

    [Fact]
    public async Task EntityReconciler_WholeLife_FinalizerGoesOnFirstAndOffAfterSuccess()
    {
        var controller = new Recording();
        var reconciler = new EntityReconciler<Widget>(informer, controller, controller, finalizers);
        using var stop = new CancellationTokenSource();
        var running = Task.Run(() => informer.RunAsync(stop.Token));
        await CreateAsync();
        await Wait.UntilAsync(() => informer.Store.Get(Widgets.Key("a")) is not null);

        var done = await reconciler.ReconcileAsync(Widgets.Key("a"), default);
        Assert.Equal((ReconcileOutcome.Done, TimeSpan.FromMinutes(1)), (done.Outcome, done.RequeueAfter));
        Assert.Equal([$"reconcile with {Ours}"], controller.Calls);

        await DeleteAsync();
        await Wait.UntilAsync(() => informer.Store.Get(Widgets.Key("a"))?.Metadata.DeletionTimestamp is not null);
        controller.CleanUpFails = true;
        var failed = await reconciler.ReconcileAsync(Widgets.Key("a"), default);
        Assert.Equal((ReconcileOutcome.Retry, "not yet"), (failed.Outcome, failed.Message));
        Assert.Equal([Ours], Read().Metadata.Finalizers);

        controller.CleanUpFails = false;
        Assert.Equal(ReconcileOutcome.Done, (await reconciler.ReconcileAsync(Widgets.Key("a"), default)).Outcome);
        Assert.Empty(server.All<Widget>());
        await Wait.UntilAsync(() => informer.Store.Get(Widgets.Key("a")) is null);
        Assert.Equal(ReconcileOutcome.Done, (await reconciler.ReconcileAsync(Widgets.Key("a"), default)).Outcome);
        Assert.Equal(3, controller.Calls.Count);
        await stop.CancelAsync();
        await running.Within();
    }

    private Task<Widget> CreateAsync(params string[] present) => server.CreateAsync(Widgets.New("a", finalizers: present), WriteOptions.Default, default);

    private Task<bool> DeleteAsync() => server.DeleteAsync<Widget>(Widgets.Key("a"), DeleteOptions.Default, default);

    private Widget Read() => Assert.Single(server.All<Widget>());

    private sealed class Recording : IEntityController<Widget>, IEntityFinalizer<Widget>
    {
        public List<string> Calls { get; } = [];

        public bool CleanUpFails { get; set; }

        public string Identifier => Ours;

        public Task<ReconciliationResult<Widget>> ReconcileAsync(Widget entity, CancellationToken cancellationToken)
        {
            Calls.Add($"reconcile with {string.Join(',', entity.Metadata.Finalizers ?? [])}");
            return Task.FromResult(ReconciliationResult<Widget>.Success(entity, TimeSpan.FromMinutes(1)));
        }

        public Task<ReconciliationResult<Widget>> FinalizeAsync(Widget entity, CancellationToken cancellationToken)
        {
            Calls.Add("finalize");
            return Task.FromResult(CleanUpFails ? ReconciliationResult<Widget>.Failure(entity, "not yet") : ReconciliationResult<Widget>.Success(entity));
        }
    }
}

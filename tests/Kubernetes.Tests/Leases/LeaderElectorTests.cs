using DirectRoute.Kubernetes.Client;
using DirectRoute.Kubernetes.Entities;
using DirectRoute.Kubernetes.Leases;
using DirectRoute.Kubernetes.Tests.Fakes;

namespace DirectRoute.Kubernetes.Tests.Leases;

public sealed class LeaderElectorTests : IAsyncDisposable
{
    private static readonly ObjectKey Lease = new("ns", "lock");
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(250);
    private readonly TestRuntime runtime = new();
    private readonly FakeApiServer server = new();
    private readonly List<Candidate> candidates = [];

    public async ValueTask DisposeAsync()
    {
        server.Before = (_, _) => Task.CompletedTask;
        foreach (var candidate in candidates)
        {
            await candidate.StopAsync();
            candidate.Dispose();
        }
        runtime.Dispose();
    }

    [Fact]
    public async Task RunAsync_NoLease_CreatesAndLeads()
    {
        var a = Start("a");
        await a.LeadsAsync();

        var lease = Stored();
        Assert.Equal(("a", 15, 0), (lease.HolderIdentity, lease.LeaseDurationSeconds, lease.LeaseTransitions));
        Assert.Equal(runtime.Clock.GetUtcNow(), lease.RenewTime);
        Assert.True(a.Elector.IsLeader);
        Assert.Equal("a", a.Elector.Leader);
    }

    [Fact]
    public async Task RunAsync_Idle_RenewsWithOneWriteEveryFiveSecondsAndNoRead()
    {
        await Start("a").LeadsAsync();
        server.ClearCalls();

        for (var i = 1; i <= 12; i++)
        {
            await RenewalsWaitAsync();
            runtime.Clock.Advance(TimeSpan.FromSeconds(5));
            await Wait.UntilAsync(() => server.Calls.Count == i);
        }

        Assert.Equal(12, server.CountOf("patch"));
        Assert.Equal(runtime.Clock.GetUtcNow(), Stored().RenewTime);
        Assert.Equal(runtime.Clock.GetUtcNow() - TimeSpan.FromMinutes(1), Stored().AcquireTime);
    }

    [Fact]
    public async Task RunAsync_Second_WaitsWhileTheFirstRenews()
    {
        await Start("a").LeadsAsync();
        var b = Start("b");

        await AdvanceAsync(TimeSpan.FromMinutes(2));

        Assert.False(b.Elector.IsLeader);
        Assert.Equal("a", b.Elector.Leader);
    }

    [Fact]
    public async Task RunAsync_LeaderReleases_SecondTakesOverWithinTheRetryPeriod()
    {
        var a = Start("a");
        await a.LeadsAsync();
        var b = Start("b");
        await Wait.UntilAsync(() => b.Elector.Leader == "a");

        await a.StopAsync();
        Assert.Equal("", Stored().HolderIdentity);
        await AdvanceUntilAsync(() => b.Elector.IsLeader);

        Assert.Equal(("b", 1), (Stored().HolderIdentity, Stored().LeaseTransitions));
    }

    [Fact]
    public async Task RunAsync_LeaderCutOff_StopsBeforeTheSecondLeads()
    {
        var a = Start("a");
        await a.LeadsAsync();
        var b = Start("b");
        await Wait.UntilAsync(() => b.Elector.Leader == "a");
        server.Before = (call, _) => IsOf("a") ? throw new HttpRequestException("cut off") : Task.CompletedTask;
        DateTimeOffset? lostAt = null;
        var start = runtime.Clock.GetUtcNow();

        await AdvanceUntilAsync(() =>
        {
            Assert.False(a.Elector.IsLeader && b.Elector.IsLeader, "Both lead.");
            if (!a.Elector.IsLeader) lostAt ??= runtime.Clock.GetUtcNow();
            return b.Elector.IsLeader;
        });

        Assert.InRange(lostAt!.Value - start, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(10.25));
        Assert.True(a.WasCancelled);
    }

    [Fact]
    public async Task RunAsync_HoldersClockIsWrong_ItsTimesDoNotMatter()
    {
        var future = runtime.Clock.GetUtcNow().AddYears(10);
        await server.CreateAsync(NewLease("dead", future), WriteOptions.Default, default);
        var a = Start("a");

        await AdvanceUntilAsync(() => a.Elector.Leader == "dead");
        await AdvanceAsync(TimeSpan.FromSeconds(14));
        Assert.False(a.Elector.IsLeader);
        await AdvanceUntilAsync(() => a.Elector.IsLeader);

        Assert.Equal(1, Stored().LeaseTransitions);
    }

    [Fact]
    public async Task RunAsync_LeaseOfTheDeadIsLabelled_IsNoSignOfLife()
    {
        await server.CreateAsync(NewLease("dead", runtime.Clock.GetUtcNow()), WriteOptions.Default, default);
        var a = Start("a");
        var labels = 0;

        await AdvanceUntilAsync(() =>
        {
            if (labels < 200) server.Corrupt<V1Lease>(Lease, l => l["metadata"]!["labels"] = new System.Text.Json.Nodes.JsonObject { ["n"] = $"{labels++}" });
            return a.Elector.IsLeader;
        });
    }

    [Fact]
    public async Task RunAsync_SomebodyEditsTheLease_LeaderKeepsItAndTheEdit()
    {
        var a = Start("a");
        await a.LeadsAsync();
        server.Corrupt<V1Lease>(Lease, l => l["spec"]!["strategy"] = "OldestEmulationVersion");

        await AdvanceAsync(TimeSpan.FromSeconds(30));

        Assert.True(a.Elector.IsLeader);
        Assert.False(a.WasCancelled);
        Assert.Equal("OldestEmulationVersion", server.Raw<V1Lease>(Lease)["spec"]!["strategy"]!.GetValue<string>());
    }

    [Fact]
    public async Task RunAsync_LeaseTakenByForce_LosesAtTheNextRenewal()
    {
        var a = Start("a");
        await a.LeadsAsync();
        server.Corrupt<V1Lease>(Lease, l => l["spec"]!["holderIdentity"] = "thief");

        await RenewalsWaitAsync();
        runtime.Clock.Advance(TimeSpan.FromSeconds(5));

        await Wait.UntilAsync(() => a.WasCancelled);
        Assert.False(a.Elector.IsLeader);
        Assert.Equal("thief", Stored().HolderIdentity);
    }

    [Fact]
    public async Task RunAsync_LeaseDeleted_LeaderMakesItAnew()
    {
        var a = Start("a");
        await a.LeadsAsync();
        await server.DeleteAsync<V1Lease>(Lease, DeleteOptions.Default, default);

        await AdvanceAsync(TimeSpan.FromSeconds(10));

        Assert.True(a.Elector.IsLeader);
        Assert.False(a.WasCancelled);
        Assert.Equal("a", Stored().HolderIdentity);
    }

    [Fact]
    public async Task RunAsync_AnswersLost_FindsThatItHoldsTheLease()
    {
        var a = Start("a");
        await a.LeadsAsync();
        var lost = 1;
        server.After = (_, _) => lost-- > 0 ? throw new TimeoutException("no answer") : Task.CompletedTask;

        await AdvanceAsync(TimeSpan.FromSeconds(60));

        Assert.True(a.Elector.IsLeader);
        Assert.False(a.WasCancelled);
        Assert.Equal(0, Stored().LeaseTransitions);
    }

    [Fact]
    public async Task RunAsync_ServerHangs_TokenIsCancelledInTime()
    {
        var a = Start("a");
        await a.LeadsAsync();
        var start = runtime.Clock.GetUtcNow();
        server.Before = (_, token) => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);

        await AdvanceUntilAsync(() => a.WasCancelled);

        Assert.InRange(runtime.Clock.GetUtcNow() - start, TimeSpan.Zero, TimeSpan.FromSeconds(11));
    }

    [Fact]
    public async Task RunAsync_Lost_LeadsAgainWhenItCan()
    {
        var a = Start("a");
        await a.LeadsAsync();
        server.Before = (_, _) => throw new HttpRequestException("down");
        await AdvanceUntilAsync(() => a.WasCancelled);

        server.Before = (_, _) => Task.CompletedTask;

        await AdvanceUntilAsync(() => a.Terms == 2);
        Assert.True(a.Elector.IsLeader);
    }

    [Fact]
    public async Task RunAsync_WorkThrows_ReleasesAndThrows()
    {
        var elector = new LeaderElector(server, Options("a"), runtime.Services);

        var run = elector.RunAsync(_ => throw new InvalidOperationException("boom"), default);

        await Assert.ThrowsAsync<InvalidOperationException>(() => run.Within());
        Assert.Equal("", Stored().HolderIdentity);
    }

    [Fact]
    public async Task RunAsync_StopWhileDraining_KeepsTheLeaseUntilTheWorkIsDone()
    {
        var drained = new TaskCompletionSource();
        using var stop = new CancellationTokenSource();
        var elector = new LeaderElector(server, Options("a"), runtime.Services);
        var run = Task.Run(() => elector.RunAsync(_ => drained.Task, stop.Token));
        await Wait.UntilAsync(() => elector.IsLeader);

        await stop.CancelAsync();
        await AdvanceAsync(TimeSpan.FromSeconds(30));
        Assert.True(elector.IsLeader);
        Assert.Equal(runtime.Clock.GetUtcNow(), Stored().RenewTime!.Value, TimeSpan.FromSeconds(6));
        drained.SetResult();
        await run.Within();

        Assert.Equal("", Stored().HolderIdentity);
    }

    [Fact]
    public async Task RunAsync_StoppedWhileARenewalHangs_EndsSoonAndReleasesAllTheSame()
    {
        var a = Start("a");
        await a.LeadsAsync();
        var isHanging = false;
        server.After = async (_, token) =>
        {
            if (isHanging) return;
            isHanging = true;
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
        };
        await RenewalsWaitAsync();
        runtime.Clock.Advance(TimeSpan.FromSeconds(5));
        await Wait.UntilAsync(() => isHanging);
        var start = runtime.Clock.GetUtcNow();

        var stopping = a.StopAsync();
        await AdvanceUntilAsync(() => stopping.IsCompleted);

        Assert.Equal("", Stored().HolderIdentity);
        Assert.InRange(runtime.Clock.GetUtcNow() - start, TimeSpan.Zero, TimeSpan.FromSeconds(4));
    }

    [Theory]
    [InlineData(15, 15, 5, 2)]
    [InlineData(15, 6, 5, 2)]
    [InlineData(0, 0, 0, 0)]
    public void LeaderElector_TimesDoNotFit_SaysWhich(int duration, int deadline, int renew, int retry)
    {
        var options = Options("a") with
        {
            LeaseDuration = TimeSpan.FromSeconds(duration),
            RenewDeadline = TimeSpan.FromSeconds(deadline),
            RenewPeriod = TimeSpan.FromSeconds(renew),
            RetryPeriod = TimeSpan.FromSeconds(retry),
        };

        Assert.Throws<ArgumentException>(() => new LeaderElector(server, options, runtime.Services));
    }

    private static LeaderElectionOptions Options(string identity) => new() { Lease = Lease, Identity = identity };

    private static V1Lease NewLease(string holder, DateTimeOffset at) => new()
    {
        Metadata = new V1ObjectMeta { Name = Lease.Name, NamespaceProperty = Lease.Namespace },
        Spec = new V1LeaseSpec { HolderIdentity = holder, LeaseDurationSeconds = 15, RenewTime = at, AcquireTime = at },
    };

    private static readonly AsyncLocal<string> Caller = new();

    private static bool IsOf(string identity) => Caller.Value == identity;

    private V1LeaseSpec Stored() => Assert.Single(server.All<V1Lease>()).Spec!;

    private Candidate Start(string identity)
    {
        Caller.Value = identity;
        var candidate = new Candidate(new LeaderElector(server, Options(identity), runtime.Services));
        candidates.Add(candidate);
        Caller.Value = "";
        return candidate;
    }

    /// <summary>A leader at rest has two timers: the end of its right to lead, and its wait.</summary>
    private Task RenewalsWaitAsync() => Wait.UntilAsync(() => runtime.Clock.WaitingTimers >= 2);

    private async Task AdvanceAsync(TimeSpan by)
    {
        for (var gone = TimeSpan.Zero; gone < by; gone += Step)
        {
            runtime.Clock.Advance(Step);
            // Whatever the step set off must come to rest, or the clock outruns those who live by it.
            await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System);
        }
    }

    private Task AdvanceUntilAsync(Func<bool> condition) => Wait.UntilAsync(runtime.Clock, Step, condition);

    private sealed class Candidate : IDisposable
    {
        private readonly CancellationTokenSource stop = new();
        private readonly Task running;
        private volatile bool wasCancelled;
        private int terms;

        public Candidate(LeaderElector elector)
        {
            Elector = elector;
            running = Task.Run(() => elector.RunAsync(LeadAsync, stop.Token));
        }

        public LeaderElector Elector { get; }

        public bool WasCancelled => wasCancelled;

        public int Terms => Volatile.Read(ref terms);

        public Task LeadsAsync() => Wait.UntilAsync(() => Terms == 1);

        public async Task StopAsync()
        {
            if (stop.IsCancellationRequested) return;
            await stop.CancelAsync();
            await running.Within();
        }

        public void Dispose() => stop.Dispose();

        private async Task LeadAsync(CancellationToken lost)
        {
            Interlocked.Increment(ref terms);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(lost, stop.Token);
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (lost.IsCancellationRequested) wasCancelled = true;
        }
    }
}

using DirectRoute.Kubernetes.Queue;
using DirectRoute.Kubernetes.Tests.Fakes;

namespace DirectRoute.Kubernetes.Tests.Queue;

public sealed class WorkQueueTests : IDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private readonly TestRuntime runtime = new();
    private readonly WorkQueue<string> queue;

    public WorkQueueTests() => queue = new WorkQueue<string>("test", new WorkQueueOptions(), runtime.Services);

    public void Dispose()
    {
        queue.Dispose();
        runtime.Dispose();
    }

    [Fact]
    public async Task Add_SameKeyTwice_RunsOnce()
    {
        queue.Add("a");
        queue.Add("a");

        Assert.Equal("a", await TakeAsync());
        queue.Complete("a");

        await AssertEmptyAsync();
        Assert.Equal(1, runtime.Sum("queue.adds"));
    }

    [Fact]
    public async Task Add_WhileRunning_RunsOnceMoreAndNotBeforeTheEnd()
    {
        queue.Add("a");
        await TakeAsync();
        queue.Add("a");
        queue.Add("a");
        await AssertEmptyAsync();

        queue.Complete("a");

        Assert.Equal("a", await TakeAsync());
        queue.Complete("a");
        await AssertEmptyAsync();
    }

    [Fact]
    public async Task Add_KeysInOrder_TakenInOrder()
    {
        foreach (var key in new[] { "c", "a", "b" }) queue.Add(key);

        Assert.Equal(["c", "a", "b"], [await TakeAsync(), await TakeAsync(), await TakeAsync()]);
    }

    [Fact]
    public async Task AddAfter_Twice_EarliestWins()
    {
        queue.AddAfter("a", 10 * Second);
        queue.AddAfter("a", 3 * Second);
        queue.AddAfter("a", 20 * Second);

        runtime.Clock.Advance(2.9 * Second);
        await AssertEmptyAsync();
        runtime.Clock.Advance(0.1 * Second);

        Assert.Equal("a", await TakeAsync());
        queue.Complete("a");
        runtime.Clock.Advance(60 * Second);
        await AssertEmptyAsync();
    }

    [Fact]
    public async Task AddAfter_RunBeginsBefore_TakesTheDelayAlong()
    {
        queue.AddAfter("a", 10 * Second);
        queue.Add("a");

        await TakeAsync();
        queue.Complete("a");
        runtime.Clock.Advance(60 * Second);

        await AssertEmptyAsync();
    }

    [Fact]
    public async Task AddAfter_WhileRunning_Holds()
    {
        queue.Add("a");
        await TakeAsync();
        queue.AddAfter("a", Second);
        queue.Complete("a");

        runtime.Clock.Advance(Second);

        Assert.Equal("a", await TakeAsync());
    }

    [Fact]
    public async Task AddAfter_ManyKeysAtOneTime_AllCome()
    {
        for (var i = 0; i < 100; i++) queue.AddAfter($"k{i}", Second);

        runtime.Clock.Advance(Second);

        Assert.Equal(100, queue.Depth);
        Assert.Equal("k0", await TakeAsync());
    }

    [Fact]
    public async Task AddAfter_LongerThanATimerCanWait_ComesInTime()
    {
        queue.AddAfter("a", TimeSpan.FromDays(100));

        runtime.Clock.Advance(TimeSpan.FromDays(99));
        await AssertEmptyAsync();
        runtime.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal("a", await TakeAsync());
    }

    [Fact]
    public void Retry_AgainAndAgain_GrowsToTheMaximumAndNeverEnds()
    {
        var waits = Enumerable.Range(0, 2000).Select(_ =>
        {
            var wait = queue.Retry("a");
            runtime.Clock.Advance(wait);
            Assert.Equal(1, queue.Depth);
            return wait;
        }).ToList();

        Assert.InRange(waits[0], TimeSpan.FromMilliseconds(250), TimeSpan.FromMilliseconds(500));
        Assert.InRange(waits[4], 4 * Second, 8 * Second);
        Assert.All(waits[20..], w => Assert.InRange(w, TimeSpan.FromMinutes(2.5), TimeSpan.FromMinutes(5)));
        Assert.True(waits[20..].Distinct().Count() > 1900, "Waits must differ, or all come back together.");
    }

    [Fact]
    public void Retry_AfterForget_BeginsAnew()
    {
        for (var i = 0; i < 10; i++) queue.Retry("a");
        queue.Forget("a");

        Assert.InRange(queue.Retry("a"), TimeSpan.Zero, TimeSpan.FromMilliseconds(500));
    }

    [Fact]
    public void Retry_AtLeast_WaitsNoShorter() => Assert.Equal(60 * Second, queue.Retry("a", 60 * Second));

    [Fact]
    public void Retry_BeyondTheOverallRate_WaitsForItsTurn()
    {
        using var limited = new WorkQueue<int>("limited", new WorkQueueOptions { RetriesPerSecond = 2, RetryBurst = 10 }, runtime.Services);

        var waits = Enumerable.Range(0, 110).Select(i => limited.Retry(i)).ToList();

        Assert.All(waits[..10], w => Assert.True(w <= Second));
        Assert.Equal(50, waits[^1].TotalSeconds, 3);
    }

    [Fact]
    public async Task TakeAsync_BothPriorities_NormalFirstAndLowNotStarved()
    {
        queue.Add("low1", QueuePriority.Low);
        queue.Add("low2", QueuePriority.Low);
        for (var i = 0; i < 20; i++) queue.Add($"n{i}");

        var order = new List<string>();
        for (var i = 0; i < 22; i++) order.Add(await TakeAsync());

        Assert.Equal("n0", order[0]);
        Assert.Equal([7, 15], [order.IndexOf("low1"), order.IndexOf("low2")]);
    }

    [Fact]
    public async Task Add_PendingAtLowPriority_RisesAndRunsOnce()
    {
        queue.Add("a", QueuePriority.Low);
        queue.Add("b");
        queue.Add("a");

        Assert.Equal(["b", "a"], [await TakeAsync(), await TakeAsync()]);
        queue.Complete("a");
        queue.Complete("b");
        await AssertEmptyAsync();
        Assert.Equal(0, queue.Depth);
    }

    [Fact]
    public async Task TakeAsync_Cancelled_LosesNoKey()
    {
        using var source = new CancellationTokenSource();
        var take = queue.TakeAsync(source.Token).AsTask();
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => take.Within());

        queue.Add("a");

        Assert.Equal("a", await TakeAsync());
    }

    [Fact]
    public async Task ShutDownAsync_RunsAndTakers_EndsTakersAtOnceAndWaitsForRuns()
    {
        queue.Add("running");
        await TakeAsync();
        var taker = queue.TakeAsync(default).AsTask();
        queue.AddAfter("later", Second);

        var shutDown = queue.ShutDownAsync();
        queue.Add("too late");
        runtime.Clock.Advance(2 * Second);

        Assert.Null(await taker.Within());
        Assert.False(shutDown.IsCompleted);
        queue.Complete("running");
        await shutDown.Within();
        Assert.Null(await queue.TakeAsync(default));
    }

    [Fact]
    public void Complete_NoRun_Throws() => Assert.Throws<InvalidOperationException>(() => queue.Complete("a"));

    [Fact]
    public async Task Metrics_OneRun_AreMeasured()
    {
        queue.Add("a");
        runtime.Clock.Advance(3 * Second);
        Assert.Equal(1, runtime.Gauge("queue.depth"));
        await TakeAsync();
        Assert.Equal(3, runtime.Sum("queue.latency", "queue=test"));
        runtime.Clock.Advance(5 * Second);
        Assert.Equal(5, runtime.Gauge("queue.longest_running"));
        Assert.Equal(0, runtime.Gauge("queue.depth"));
        queue.Complete("a");
        queue.Retry("a");

        Assert.Equal(5, runtime.Sum("queue.work.duration"));
        Assert.Equal(1, runtime.Sum("queue.retries"));
        Assert.Equal(1, runtime.Gauge("queue.delayed"));
    }

    private async Task<string> TakeAsync() => (await queue.TakeAsync(default).AsTask().Within())!.Value.Key;

    private async Task AssertEmptyAsync()
    {
        using var source = new CancellationTokenSource();
        var take = queue.TakeAsync(source.Token).AsTask();
        Assert.False(take.IsCompleted);
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => take.Within());
    }
}

using System.Collections.Concurrent;
using DirectRoute.Kubernetes.Controllers;
using DirectRoute.Kubernetes.Queue;
using DirectRoute.Kubernetes.Tests.Fakes;
using Microsoft.Extensions.Logging;

namespace DirectRoute.Kubernetes.Tests.Controllers;

public sealed class ControllerTests : IDisposable
{
    private readonly TestRuntime runtime = new();
    private readonly WorkQueue<string> queue;
    private readonly CancellationTokenSource stop = new();
    private readonly CancellationTokenSource abort = new();
    private readonly ConcurrentQueue<string> runs = new();

    public ControllerTests() => queue = new WorkQueue<string>("test", new WorkQueueOptions(), runtime.Services);

    public void Dispose()
    {
        queue.Dispose();
        runtime.Dispose();
        stop.Dispose();
        abort.Dispose();
    }

    [Fact]
    public async Task RunAsync_Done_ForgetsFailuresAndRunsNoMore()
    {
        var results = new Queue<ReconcileResult>([ReconcileResult.Retry("no"), ReconcileResult.Done(), ReconcileResult.Retry("no"), ReconcileResult.Done()]);
        var running = Start((_, _) => Task.FromResult(results.Dequeue()));
        queue.Add("a");
        await Wait.UntilAsync(runtime.Clock, TimeSpan.FromMilliseconds(100), () => runs.Count == 2);
        await Wait.UntilAsync(() => queue.Running == 0);
        queue.Add("a");
        await Wait.UntilAsync(runtime.Clock, TimeSpan.FromMilliseconds(100), () => runs.Count == 4);
        await StopAsync(running);

        Assert.Equal(2, runtime.Logs.Count(l => l.Level == LogLevel.Warning && l.Text.Contains("a failed, 1 in a row", StringComparison.Ordinal)));
        Assert.Equal(2, runtime.Sum("reconciles", "result=Done"));
    }

    [Fact]
    public async Task RunAsync_DoneWithRequeue_RunsAgainNotBeforeAndAtMostATenthLater()
    {
        var running = Start((_, _) => Task.FromResult(ReconcileResult.Done(TimeSpan.FromSeconds(100))));
        queue.Add("a");
        await Wait.UntilAsync(() => queue.Delayed == 1);

        runtime.Clock.Advance(TimeSpan.FromSeconds(99.9));
        Assert.Equal(1, queue.Delayed);
        runtime.Clock.Advance(TimeSpan.FromSeconds(10.1));

        await Wait.UntilAsync(() => runs.Count == 2);
        await StopAsync(running);
    }

    [Fact]
    public async Task RunAsync_KeyThrows_IsLoggedAsErrorAndOthersGoOn()
    {
        var running = Start((key, _) => key == "bad" ? throw new InvalidOperationException("boom") : Task.FromResult(ReconcileResult.Done()), workers: 1);
        queue.Add("bad");
        queue.Add("good");

        await Wait.UntilAsync(() => runs.Contains("good") && queue.Delayed == 1);
        await Wait.UntilAsync(runtime.Clock, TimeSpan.FromMilliseconds(200), () => runs.Count(r => r == "bad") == 5);
        await StopAsync(running);

        Assert.Contains(runtime.Logs, l => l.Level == LogLevel.Error && l.Text.Contains("bad", StringComparison.Ordinal) && l.Text.Contains("boom", StringComparison.Ordinal));
    }

    [Fact]
    public async Task RunAsync_ReconcilerReturnsNull_IsABugWithBackoff()
    {
        var running = Start((_, _) => Task.FromResult<ReconcileResult>(null!));
        queue.Add("a");

        await Wait.UntilAsync(() => queue.Delayed == 1);
        await StopAsync(running);

        Assert.Contains(runtime.Logs, l => l.Level == LogLevel.Error);
    }

    [Fact]
    public async Task RunAsync_RunTooLong_IsCancelledAndRetried()
    {
        var running = Start(async (_, token) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
            return ReconcileResult.Done();
        });
        queue.Add("a");
        await Wait.UntilAsync(() => runs.Count == 1);

        runtime.Clock.Advance(new ControllerOptions().RunTimeout);

        await Wait.UntilAsync(() => queue is { Delayed: 1, Running: 0 });
        await StopAsync(running);
        Assert.Contains(runtime.Logs, l => l.Level == LogLevel.Warning && l.Text.Contains("did not end within", StringComparison.Ordinal));
    }

    [Fact]
    public async Task RunAsync_Again_IsNotAWarning()
    {
        var running = Start((_, _) => Task.FromResult(ReconcileResult.Again("stale")));
        queue.Add("a");

        await Wait.UntilAsync(() => queue.Delayed == 1);
        await StopAsync(running);

        Assert.DoesNotContain(runtime.Logs, l => l.Level > LogLevel.Information);
    }

    [Fact]
    public async Task RunAsync_Stopped_LetsRunsEndAndTakesNoMore()
    {
        var finish = new TaskCompletionSource();
        var running = Start(
            async (_, token) =>
            {
                await finish.Task.WaitAsync(token);
                return ReconcileResult.Done();
            },
            workers: 1);
        queue.Add("a");
        queue.Add("b");
        await Wait.UntilAsync(() => runs.Count == 1);

        await stop.CancelAsync();
        Assert.False(running.IsCompleted);
        finish.SetResult();

        await running.Within();
        Assert.Equal(["a"], runs);
        Assert.Equal(1, queue.Depth);
    }

    [Fact]
    public async Task RunAsync_StoppedAndRunGoesOn_IsCancelledAfterTheDrainTimeout()
    {
        var running = Start(Forever);
        queue.Add("a");
        await Wait.UntilAsync(() => runs.Count == 1);

        await stop.CancelAsync();
        runtime.Clock.Advance(new ControllerOptions().DrainTimeout);

        await running.Within();
        Assert.Equal(1, queue.Depth);
    }

    [Fact]
    public async Task RunAsync_Aborted_CancelsRunsAtOnceAndKeepsTheirKeysForTheNextTime()
    {
        var running = Start(Forever);
        queue.Add("a");
        await Wait.UntilAsync(() => runs.Count == 1);

        await abort.CancelAsync();
        await running.Within();

        Assert.Equal((1, 0), (queue.Depth, queue.Running));
        var again = new Controller<string>(queue, new Reconciler(this, (_, _) => Task.FromResult(ReconcileResult.Done())), new ControllerOptions(), runtime.Services)
            .RunAsync(stop.Token);
        await Wait.UntilAsync(() => runs.Count == 2);
        await StopAsync(again);
        Assert.DoesNotContain(runtime.Logs, l => l.Level > LogLevel.Information);
    }

    [Fact]
    public async Task RunAsync_ReconcilerBlocksItsThread_OtherWorkersGoOn()
    {
        using var gate = new ManualResetEventSlim();
        var running = Start((key, _) =>
        {
            if (key == "blocks") gate.Wait(CancellationToken.None);
            return Task.FromResult(ReconcileResult.Done());
        });
        queue.Add("blocks");
        for (var i = 0; i < 20; i++) queue.Add($"k{i}");

        await Wait.UntilAsync(() => runs.Count == 21);
        gate.Set();
        await StopAsync(running);
    }

    private static async Task<ReconcileResult> Forever(string key, CancellationToken token)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
        return ReconcileResult.Done();
    }

    private Task Start(Func<string, CancellationToken, Task<ReconcileResult>> reconcile, int workers = 2) =>
        new Controller<string>(queue, new Reconciler(this, reconcile), new ControllerOptions { Workers = workers }, runtime.Services).RunAsync(stop.Token, abort.Token);

    private async Task StopAsync(Task running)
    {
        await stop.CancelAsync();
        await running.Within();
    }

    private sealed class Reconciler(ControllerTests tests, Func<string, CancellationToken, Task<ReconcileResult>> reconcile) : IReconciler<string>
    {
        public Task<ReconcileResult> ReconcileAsync(string key, CancellationToken cancellationToken)
        {
            tests.runs.Enqueue(key);
            return reconcile(key, cancellationToken);
        }
    }
}

using DirectRoute.Kubernetes.Queue;
using DirectRoute.Kubernetes.Runtime;
using Microsoft.Extensions.Logging;

namespace DirectRoute.Kubernetes.Controllers;

/// <summary>Takes keys from a queue and runs them, several at once; whatever one key does, the others go on.</summary>
public sealed partial class Controller<TKey>
    where TKey : notnull
{
    private const double RequeueJitter = 0.1;

    private readonly WorkQueue<TKey> queue;
    private readonly IReconciler<TKey> reconciler;
    private readonly ControllerOptions options;
    private readonly RuntimeServices services;
    private readonly ILogger logger;

    /// <summary>Creates a controller that does nothing until it is told to run.</summary>
    public Controller(WorkQueue<TKey> queue, IReconciler<TKey> reconciler, ControllerOptions options, RuntimeServices services)
    {
        ArgumentNullException.ThrowIfNull(queue);
        ArgumentNullException.ThrowIfNull(services);
        this.queue = queue;
        this.reconciler = reconciler;
        this.options = options;
        this.services = services;
        logger = services.Loggers.CreateLogger($"{typeof(Controller<>).Namespace}.{queue.Name}");
    }

    /// <summary>Runs keys until stopped; may be called again afterwards, the queue keeps what is pending.</summary>
    /// <param name="stop">No further key is taken; runs have <see cref="ControllerOptions.DrainTimeout"/> to end, then they are cancelled.</param>
    /// <param name="abort">Runs are cancelled at once: the right to act is lost.</param>
    /// <returns>Ends when no run is left.</returns>
    public async Task RunAsync(CancellationToken stop, CancellationToken abort = default)
    {
        using var taking = CancellationTokenSource.CreateLinkedTokenSource(stop, abort);
        using var runs = new CancellationTokenSource(Timeout.InfiniteTimeSpan, services.Time);
        using var onAbort = abort.Register(runs.Cancel);
        using var onStop = stop.Register(() => runs.CancelAfter(options.DrainTimeout));
        var workers = Enumerable.Range(0, options.Workers).Select(_ => Task.Run(() => WorkAsync(taking.Token, runs.Token), CancellationToken.None));
        await Task.WhenAll(workers).ConfigureAwait(false);
    }

    private async Task WorkAsync(CancellationToken taking, CancellationToken runs)
    {
        while (await TakeAsync(taking).ConfigureAwait(false) is { } item)
        {
            try
            {
                var result = await RunAsync(item.Key, runs).ConfigureAwait(false);
                Settle(item, result);
            }
            finally
            {
                queue.Complete(item.Key);
            }
        }
    }

    private async Task<WorkItem<TKey>?> TakeAsync(CancellationToken taking)
    {
        if (taking.IsCancellationRequested) return null;
        try
        {
            return await queue.TakeAsync(taking).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (taking.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <returns>Null if the run was cut short and says nothing of the key.</returns>
    private async Task<ReconcileResult?> RunAsync(TKey key, CancellationToken runs)
    {
        using var timeout = new CancellationTokenSource(options.RunTimeout, services.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(runs, timeout.Token);
        try
        {
            return await reconciler.ReconcileAsync(key, either.Token).ConfigureAwait(false) ?? throw new InvalidOperationException("The reconciler returned null.");
        }
        catch (Exception) when (runs.IsCancellationRequested)
        {
            return null;
        }
        catch (OperationCanceledException e) when (timeout.IsCancellationRequested)
        {
            return ReconcileResult.Retry($"The run did not end within {options.RunTimeout}.", error: e);
        }
        catch (Exception e)
        {
            return ReconcileResult.Thrown(e);
        }
    }

    private void Settle(WorkItem<TKey> item, ReconcileResult? result)
    {
        if (result is null)
        {
            queue.Add(item.Key);
            return;
        }
        services.Metrics.Reconciles.Add(1, KubernetesMetrics.Tag("queue", queue.Name), KubernetesMetrics.Tag("result", result.Outcome.ToString()));
        if (result.Outcome == ReconcileOutcome.Done) SettleDone(item.Key, result.RequeueAfter);
        else SettleFailed(item, result);
    }

    private void SettleDone(TKey key, TimeSpan? requeueAfter)
    {
        queue.Forget(key);
        if (requeueAfter is { } after) queue.AddAfter(key, after * (1 + RequeueJitter * services.Random.NextDouble()), QueuePriority.Low);
    }

    private void SettleFailed(WorkItem<TKey> item, ReconcileResult result)
    {
        var wait = queue.Retry(item.Key, result.RequeueAfter);
        if (result.Outcome == ReconcileOutcome.Thrown) LogThrown(logger, item.Key, wait, result.Error);
        else if (result.Outcome == ReconcileOutcome.Retry) LogFailed(logger, item.Key, item.Failures + 1, wait, result.Message, result.Error);
        else LogAgain(logger, item.Key, wait, result.Message);
    }
}

using DirectRoute.Kubernetes.Controllers;
using DirectRoute.Kubernetes.Entities;
using DirectRoute.Kubernetes.Informers;
using DirectRoute.Kubernetes.Queue;
using DirectRoute.Kubernetes.Runtime;
using DirectRoute.Operator.Hosting;
using DirectRoute.Operator.Sync;

namespace DirectRoute.Operator.Controllers;

/// <summary>
/// The three controllers, begun one after the other: roles when every account has been looked at once, APIs when every role has. So a restart
/// does not tell resources that what they name is not ready when it only has not been looked at yet.
/// </summary>
internal sealed class ControllerSet(
    Queues queues, ClusterState cluster, Registry<string, AccountSession> sessions, Registry<ObjectKey, KnownRole> roleStates,
    AccountReconciler accounts, RoleReconciler roles, ApiReconciler apis, OperatorOptions options, RuntimeServices runtime)
{
    /// <summary>The longest that later controllers wait for earlier ones: one that hangs must not hold up the rest.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(20);

    /// <summary>Runs until stopped.</summary>
    /// <param name="stop">No further run begins.</param>
    /// <param name="abort">The lease is lost: runs end at once.</param>
    public async Task RunAsync(CancellationToken stop, CancellationToken abort)
    {
        var running = new List<Task> { Run(queues.Accounts, accounts, stop, abort) };
        await SettledAsync(cluster.Accounts.Snapshot, account => sessions.TryGet(account.Metadata.Name!, out _), stop);
        running.Add(Run(queues.Roles, roles, stop, abort));
        await SettledAsync(cluster.Roles.Snapshot, role => role.IsDeleting() || roleStates.TryGet(ObjectKey.Of(role), out _), stop);
        running.Add(Run(queues.Apis, apis, stop, abort));
        await Task.WhenAll(running);
    }

    private Task Run(WorkQueue<ObjectKey> queue, IReconciler<ObjectKey> reconciler, CancellationToken stop, CancellationToken abort) =>
        new Controller<ObjectKey>(queue, new KubernetesGuard(reconciler), new ControllerOptions { Workers = options.Workers }, runtime).RunAsync(stop, abort);

    private async Task SettledAsync<T>(StoreSnapshot<T> objects, Func<T, bool> isSettled, CancellationToken stop)
        where T : class, IKubernetesObject
    {
        var until = runtime.Time.GetUtcNow() + LongestWait;
        while (!objects.All.All(isSettled) && runtime.Time.GetUtcNow() < until && !stop.IsCancellationRequested)
            await Task.Delay(Poll, runtime.Time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}

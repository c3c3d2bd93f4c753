using DirectRoute.Kubernetes.Client;
using DirectRoute.Kubernetes.Runtime;
using Microsoft.Extensions.Logging;

namespace DirectRoute.Kubernetes.Leases;

/// <summary>
/// Lets one process of several lead. A leader that cannot renew its lease stops leading before another may take it over: its token is cancelled
/// <see cref="LeaderElectionOptions.RenewDeadline"/> after it sent its last successful renewal, whereas the others wait for
/// <see cref="LeaderElectionOptions.LeaseDuration"/> after they saw it.
/// </summary>
public sealed partial class LeaderElector
{
    private readonly LeaderElectionOptions options;
    private readonly RuntimeServices services;
    private readonly LeaseLock lease;
    private readonly ILogger logger;
    private string? knownHolder;
    private long renewedAt;
    private int isLeading;

    /// <summary>Creates a candidate that does nothing until <see cref="RunAsync"/>.</summary>
    /// <exception cref="ArgumentException">The times of the options do not fit each other.</exception>
    public LeaderElector(IKubernetesClient client, LeaderElectionOptions options, RuntimeServices services)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(services);
        options.Validate();
        this.options = options;
        this.services = services;
        lease = new LeaseLock(client, options, services.Time);
        logger = services.Loggers.CreateLogger<LeaderElector>();
    }

    /// <summary>Whether this process may act as the leader at this moment, by the clock: to be asked right before an act that two must not do.</summary>
    public bool IsLeader => Volatile.Read(ref isLeading) == 1 && TimeLeft > TimeSpan.Zero;

    /// <summary>Who was last seen to lead; null for nobody.</summary>
    public string? Leader => knownHolder;

    private TimeSpan TimeLeft => options.RenewDeadline - services.Time.GetElapsedTime(Interlocked.Read(ref renewedAt));

    /// <summary>
    /// Waits to become the leader, then runs <paramref name="lead"/>, whose token is cancelled when leadership is lost; then waits again. Leadership is
    /// kept until <paramref name="lead"/> returns, which it should do some time after <paramref name="stop"/>, and is given up then.
    /// </summary>
    /// <param name="lead">What the leader does. It must return when its token is cancelled; until then this process is no candidate again.</param>
    /// <param name="stop">Ends the candidacy. It does not end leadership: <paramref name="lead"/> does.</param>
    /// <returns>Ends when stopped, or when <paramref name="lead"/> returned without having lost leadership.</returns>
    public async Task RunAsync(Func<CancellationToken, Task> lead, CancellationToken stop)
    {
        while (await AcquireAsync(stop).ConfigureAwait(false))
        {
            if (await LeadAsync(lead, stop).ConfigureAwait(false)) return;
        }
    }

    private async Task<bool> AcquireAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            if (await AttemptAsync(stop).ConfigureAwait(false) == Attempt.Held) return true;
            var wait = options.RetryPeriod * (1 + services.Random.NextDouble() / 5);
            await Task.Delay(wait, services.Time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        return false;
    }

    /// <returns>Whether the work ended by itself.</returns>
    private async Task<bool> LeadAsync(Func<CancellationToken, Task> lead, CancellationToken stop)
    {
        using var lost = new CancellationTokenSource(Timeout.InfiniteTimeSpan, services.Time);
        using var ended = new CancellationTokenSource();
        Extend(lost);
        Enter();
        using var onLost = lost.Token.Register(Leave);
        var renewals = RenewUntilAsync(lost, ended.Token);
        try
        {
            await Task.Run(() => lead(lost.Token), CancellationToken.None).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (lost.IsCancellationRequested || stop.IsCancellationRequested)
        {
        }
        finally
        {
            await ended.CancelAsync().ConfigureAwait(false);
            await renewals.ConfigureAwait(false);
            if (TryLeave()) await ReleaseAsync().ConfigureAwait(false);
        }
        return !lost.IsCancellationRequested;
    }

    private async Task RenewUntilAsync(CancellationTokenSource lost, CancellationToken ended)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(lost.Token, ended);
        var wait = options.RenewPeriod;
        while (true)
        {
            await Task.Delay(wait, services.Time, either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (either.IsCancellationRequested) return;
            var attempt = await AttemptAsync(lost.Token, ended).ConfigureAwait(false);
            if (attempt == Attempt.Held) Extend(lost);
            else if (attempt == Attempt.HeldByOther) await lost.CancelAsync().ConfigureAwait(false);
            wait = attempt == Attempt.Held ? options.RenewPeriod : options.RetryPeriod;
        }
    }

    /// <param name="cancellationToken">Gives up at once.</param>
    /// <param name="hurry">Gives up soon: a write that is under way had better end, so that the lease can be released.</param>
    private async Task<Attempt> AttemptAsync(CancellationToken cancellationToken, CancellationToken hurry = default)
    {
        using var deadline = new CancellationTokenSource(options.RenewDeadline, services.Time);
        using var onHurry = hurry.Register(() => deadline.CancelAfter(options.RetryPeriod));
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        // The time of sending, not of the answer: others count from when they see the renewal, which is later.
        var sentAt = services.Time.GetTimestamp();
        try
        {
            var isHeld = await lease.TryHoldAsync(either.Token).ConfigureAwait(false);
            if (isHeld) Interlocked.Exchange(ref renewedAt, sentAt);
            NoticeHolder();
            return Counted(isHeld ? Attempt.Held : lease.IsOurs ? Attempt.Failed : Attempt.HeldByOther);
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            return Attempt.Failed;
        }
        catch (Exception e)
        {
            LogFailed(logger, options.Lease, e);
            return Counted(Attempt.Failed);
        }
    }

    private async Task ReleaseAsync()
    {
        using var deadline = new CancellationTokenSource(options.RetryPeriod, services.Time);
        try
        {
            await lease.ReleaseAsync(deadline.Token).ConfigureAwait(false);
            LogReleased(logger, options.Lease);
        }
        catch (Exception e)
        {
            LogFailed(logger, options.Lease, e);
        }
    }

    private void Extend(CancellationTokenSource lost)
    {
        var left = TimeLeft;
        if (left > TimeSpan.Zero) lost.CancelAfter(left);
        else lost.Cancel();
    }

    private void Enter()
    {
        Volatile.Write(ref isLeading, 1);
        services.Metrics.Leading.Add(1);
        LogAcquired(logger, options.Lease, options.Identity);
    }

    private void Leave()
    {
        if (TryLeave()) LogLost(logger, options.Lease);
    }

    /// <returns>Whether this call ended the leadership, by loss or by release.</returns>
    private bool TryLeave()
    {
        if (Interlocked.Exchange(ref isLeading, 0) == 0) return false;
        services.Metrics.Leading.Add(-1);
        return true;
    }

    private void NoticeHolder()
    {
        if (lease.Holder == knownHolder) return;
        knownHolder = lease.Holder;
        LogHolder(logger, options.Lease, knownHolder ?? "nobody");
    }

    private Attempt Counted(Attempt attempt)
    {
        services.Metrics.LeaseAttempts.Add(1, KubernetesMetrics.Tag("result", attempt.ToString()));
        return attempt;
    }

    private enum Attempt
    {
        Held,
        HeldByOther,
        Failed,
    }
}

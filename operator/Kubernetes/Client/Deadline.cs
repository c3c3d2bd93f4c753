namespace DirectRoute.Kubernetes.Client;

/// <summary>A caller's token with a time-out, which afterwards tells the two apart.</summary>
internal sealed class Deadline : IDisposable
{
    private readonly CancellationToken caller;
    private readonly CancellationTokenSource timer;
    private readonly CancellationTokenSource both;

    public Deadline(TimeSpan timeout, TimeProvider time, CancellationToken caller)
    {
        this.caller = caller;
        timer = new CancellationTokenSource(timeout, time);
        both = CancellationTokenSource.CreateLinkedTokenSource(caller, timer.Token);
    }

    public CancellationToken Token => both.Token;

    public bool CancelledByCaller => caller.IsCancellationRequested;

    public bool Passed => timer.IsCancellationRequested;

    public void Dispose()
    {
        both.Dispose();
        timer.Dispose();
    }
}

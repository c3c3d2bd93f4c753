using DirectRoute.Core.Gateway;
using DirectRoute.Local.Services;

namespace DirectRoute.Local.Lambda;

/// <summary>Invocations that nobody waits for: they are answered at once, and their failures are in the log. Lambda would try again; here each is tried once.</summary>
internal sealed class UnawaitedInvocations(LocalOptions options) : IDisposable
{
    /// <summary>More than that at once are refused, as a function that is called too often is.</summary>
    private const int MaxRunning = 100;

    private readonly CancellationTokenSource stopped = new();
    private int running;

    public BackendResult Begin(Invocation invocation, Func<CancellationToken, ValueTask<BackendResult>> run)
    {
        if (Interlocked.Increment(ref running) > MaxRunning)
        {
            Interlocked.Decrement(ref running);
            return GatewayFault.Misconfigured($"More than {MaxRunning} invocations run that nobody waits for; {invocation.Function} is not invoked.");
        }
        _ = RunAsync(invocation.Function, run);
        return new BackendResponse { StatusCode = 202 };
    }

    private async Task RunAsync(FunctionReference function, Func<CancellationToken, ValueTask<BackendResult>> run)
    {
        try
        {
            var result = await run(stopped.Token).ConfigureAwait(false);
            if (result.Fault is { } fault) options.FunctionLog?.Wrote(function.QualifiedName, fault.Detail);
            if (result.Response is { } response && response.Headers.Contains(FunctionErrors.Header)) options.FunctionLog?.Wrote(function.QualifiedName, response.Text);
        }
        catch (OperationCanceledException)
        {
            // The gateway stops.
        }
        finally
        {
            Interlocked.Decrement(ref running);
        }
    }

    public void Dispose()
    {
        stopped.Cancel();
        stopped.Dispose();
    }
}

using DirectRoute.Core.Gateway;
using DirectRoute.Local.DataPlane;
using DirectRoute.Local.Services;

namespace DirectRoute.Local.Lambda;

/// <summary>Invokes functions that are programs, each time in a process of its own.</summary>
internal sealed class CommandFunctions(LocalOptions options) : IDisposable
{
    /// <summary>So many processes run at once; more wait, and the wait counts as theirs.</summary>
    private const int MaxProcesses = 32;

    private readonly SemaphoreSlim free = new(MaxProcesses);

    public async ValueTask<BackendResult> InvokeAsync(FunctionHost.Command command, Invocation invocation, CancellationToken aborted)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromMilliseconds(invocation.TimeoutInMillis), options.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, aborted);
        try
        {
            await free.WaitAsync(either.Token).ConfigureAwait(false);
            try
            {
                return await RunAsync(command, invocation, either.Token).ConfigureAwait(false);
            }
            finally
            {
                free.Release();
            }
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested)
        {
            return DataPlaneFaults.IntegrationTimeout;
        }
    }

    private async Task<BackendResult> RunAsync(FunctionHost.Command command, Invocation invocation, CancellationToken cancellationToken)
    {
        using var process = FunctionProcess.Start(command, invocation, options.FunctionLog, out var failure);
        if (process is null) return LambdaFaults.NotStarted(command, failure!);
        var end = await process.RunAsync(invocation.Payload, cancellationToken).ConfigureAwait(false);
        var answer = new BackendResponse { StatusCode = 200, Body = end.Output.IsEmpty ? "null"u8.ToArray() : end.Output };
        if (end.ExitCode == 0) return answer;
        // A program that knows Lambda's form of errors is quoted; the last line of its log speaks for another.
        return FunctionErrors.IsError(answer) ? FunctionErrors.Of(answer.Body) : FunctionErrors.Of("Runtime.ExitError", $"The program ended with code {end.ExitCode}. {end.LastLine}".TrimEnd());
    }

    public void Dispose() => free.Dispose();
}

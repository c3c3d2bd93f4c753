using DirectRoute.Local.Services;

namespace DirectRoute.Local.Lambda;

/// <summary>Invokes functions: those that <see cref="LocalOptions.LambdaTargets"/> names on this machine, all others through the service.</summary>
internal sealed class FunctionInvoker(LocalOptions options, Backends backends) : IDisposable
{
    /// <summary>Lambda's limit of an event, and of an answer, where somebody waits for it: 6 MB, in bytes.</summary>
    public const int MaxPayloadBytes = 6 * 1024 * 1024;

    /// <summary>Lambda's limit of an event that nobody waits for: 1 MB, in bytes.</summary>
    public const int MaxEventBytes = 1024 * 1024;

    private readonly ServiceFunctions service = new(options, backends);
    private readonly AddressFunctions addresses = new(backends);
    private readonly CommandFunctions commands = new(options);
    private readonly UnawaitedInvocations unawaited = new(options);

    /// <summary>
    /// What the function answers; its failure is an answer, too, with the header <c>X-Amz-Function-Error</c>. A fault says why it was not invoked or did not
    /// answer in time.
    /// </summary>
    public async ValueTask<BackendResult> InvokeAsync(Invocation invocation, CancellationToken aborted)
    {
        var limit = invocation.IsEvent ? MaxEventBytes : MaxPayloadBytes;
        if (invocation.Payload.Length > limit) return LambdaFaults.PayloadTooLarge(invocation.Payload.Length, limit);
        if (HostOf(invocation.Function) is not { } host) return await service.InvokeAsync(invocation, aborted).ConfigureAwait(false);
        if (invocation.IsEvent) return unawaited.Begin(invocation, stopped => RunAsync(host, invocation, stopped));
        return await RunAsync(host, invocation, aborted).ConfigureAwait(false);
    }

    /// <summary>Asks for the policies of functions anew from now on: one of them may have changed.</summary>
    public void ForgetPolicies() => service.ForgetPolicies();

    private async ValueTask<BackendResult> RunAsync(FunctionHost host, Invocation invocation, CancellationToken aborted)
    {
        var result = host switch
        {
            FunctionHost.Address address => await addresses.InvokeAsync(address, invocation, aborted).ConfigureAwait(false),
            FunctionHost.Command command => await commands.InvokeAsync(command, invocation, aborted).ConfigureAwait(false),
            _ => LambdaFaults.NoFunction(invocation.Function),
        };
        return result.Response is { Body.Length: > MaxPayloadBytes } ? FunctionErrors.ResponseTooLarge() : result;
    }

    private FunctionHost? HostOf(FunctionReference function) =>
        options.LambdaTargets.Where(t => t.Fit(function) > 0).MaxBy(t => t.Fit(function))?.Host;

    public void Dispose()
    {
        unawaited.Dispose();
        commands.Dispose();
    }
}

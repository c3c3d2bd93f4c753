using DirectRoute.Local.Services;

namespace DirectRoute.Local.Lambda;

/// <summary>A function is to be invoked.</summary>
/// <param name="Function">Which one.</param>
/// <param name="Payload">The event, in UTF-8.</param>
/// <param name="Origin">Who invokes it.</param>
/// <param name="TimeoutInMillis">How long its answer is waited for.</param>
internal sealed record Invocation(FunctionReference Function, ReadOnlyMemory<byte> Payload, CallOrigin Origin, int TimeoutInMillis)
{
    /// <summary>The role that invokes it; null when its own policy must allow API Gateway.</summary>
    public string? Credentials { get; init; }

    /// <summary>Whether nobody waits for the answer.</summary>
    public bool IsEvent { get; init; }
}

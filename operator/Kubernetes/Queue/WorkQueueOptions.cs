using DirectRoute.Kubernetes.Runtime;

namespace DirectRoute.Kubernetes.Queue;

/// <summary>How a queue treats failures.</summary>
public sealed record WorkQueueOptions
{
    /// <summary>How long a failed key waits; default 500 ms, doubling to 5 minutes, for ever.</summary>
    public Backoff Backoff { get; init; } = new();

    /// <summary>How many retries a second all keys together may make in the long run; null for no limit. Changes are never held up by it.</summary>
    public double? RetriesPerSecond { get; init; }

    /// <summary>How many retries may come at once before <see cref="RetriesPerSecond"/> holds; default 100.</summary>
    public int RetryBurst { get; init; } = 100;
}

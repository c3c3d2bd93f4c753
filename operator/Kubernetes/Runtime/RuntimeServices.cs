using Microsoft.Extensions.Logging;

namespace DirectRoute.Kubernetes.Runtime;

/// <summary>What every part of the runtime needs from its surroundings.</summary>
/// <param name="Time">The clock of every wait and every timestamp.</param>
/// <param name="Loggers">Makes the loggers.</param>
/// <param name="Metrics">Where the parts count what they do.</param>
public sealed record RuntimeServices(TimeProvider Time, ILoggerFactory Loggers, KubernetesMetrics Metrics)
{
    /// <summary>The chance in every jitter; must be thread-safe.</summary>
    public Random Random { get; init; } = Random.Shared;
}

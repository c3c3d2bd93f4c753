namespace DirectRoute.Kubernetes.Controllers;

/// <summary>How a controller works.</summary>
public sealed record ControllerOptions
{
    /// <summary>How many keys run at once; default 4.</summary>
    public int Workers { get; init; } = 4;

    /// <summary>When a run is cancelled and counts as failed; default 2 minutes.</summary>
    public TimeSpan RunTimeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long runs may go on after a stop; default 20 seconds, so that a pod's 30 seconds suffice.</summary>
    public TimeSpan DrainTimeout { get; init; } = TimeSpan.FromSeconds(20);
}

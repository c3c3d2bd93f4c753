using DirectRoute.Kubernetes.Entities;

namespace DirectRoute.Kubernetes.Leases;

/// <summary>
/// Which lease, for whom, and how fast. A leader writes once every <see cref="RenewPeriod"/> (12 requests a minute by default) and reads nothing;
/// a candidate reads once every <see cref="RetryPeriod"/> or a little later.
/// </summary>
public sealed record LeaderElectionOptions
{
    /// <summary>Where the lease is; it is created if need be.</summary>
    public required ObjectKey Lease { get; init; }

    /// <summary>This process, differently from every other, also from its own predecessor: the pod's name and a random part.</summary>
    public required string Identity { get; init; }

    /// <summary>How long candidates wait after the last renewal that they saw; whole seconds, default 15.</summary>
    public TimeSpan LeaseDuration { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long after its last renewal a leader stops leading. The difference to <see cref="LeaseDuration"/> is what its last acts may take. Default 10 seconds.</summary>
    public TimeSpan RenewDeadline { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a leader waits after a renewal that succeeded; default 5 seconds.</summary>
    public TimeSpan RenewPeriod { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long to wait after an attempt that did not succeed; candidates lengthen it at random by up to a fifth. Default 2 seconds.</summary>
    public TimeSpan RetryPeriod { get; init; } = TimeSpan.FromSeconds(2);

    /// <exception cref="ArgumentException">The times do not fit each other.</exception>
    internal void Validate()
    {
        ArgumentException.ThrowIfNullOrEmpty(Identity);
        if (LeaseDuration < TimeSpan.FromSeconds(1) || LeaseDuration.Ticks % TimeSpan.TicksPerSecond != 0)
            throw new ArgumentException($"{nameof(LeaseDuration)} is {LeaseDuration}: it must be whole seconds, one at least.");
        if (RenewDeadline >= LeaseDuration)
            throw new ArgumentException($"{nameof(RenewDeadline)} is {RenewDeadline}: it must be shorter than {nameof(LeaseDuration)}, {LeaseDuration}, or two could lead.");
        if (RenewPeriod + RetryPeriod >= RenewDeadline)
            throw new ArgumentException($"{nameof(RenewDeadline)} is {RenewDeadline}: it must leave time for a renewal after {RenewPeriod} and a second attempt after {RetryPeriod}.");
        if (RetryPeriod <= TimeSpan.Zero || RenewPeriod <= TimeSpan.Zero)
            throw new ArgumentException($"{nameof(RetryPeriod)} and {nameof(RenewPeriod)} must be longer than nothing.");
    }
}

using DirectRoute.Core.Failures;

namespace DirectRoute.Core.Conditions;

/// <summary>How far AWS was brought to what the manifests say.</summary>
public sealed record Programming
{
    /// <summary>AWS is as the manifests say.</summary>
    public static Programming Done { get; } = new();

    /// <summary>What stopped it; null when nothing did.</summary>
    public Failure? Failure { get; init; }

    /// <summary>It stopped for this.</summary>
    public static Programming Stopped(Failure failure) => new() { Failure = failure };
}

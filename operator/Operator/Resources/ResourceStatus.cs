using DirectRoute.Kubernetes.Entities;

namespace DirectRoute.Operator.Resources;

/// <summary>What every kind's status has.</summary>
public abstract record ResourceStatus
{
    /// <summary>The generation of the manifest that this status speaks of.</summary>
    public long? ObservedGeneration { get; init; }

    /// <summary>The conditions; Ready sums them up.</summary>
    public IReadOnlyList<V1Condition>? Conditions { get; init; }
}

/// <summary>Where the kinds are served.</summary>
internal static class Group
{
    public const string Name = "directroute.dev";
    public const string Version = "v1alpha1";
}

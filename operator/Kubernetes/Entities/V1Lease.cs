using System.Text.Json;
using System.Text.Json.Serialization;

namespace DirectRoute.Kubernetes.Entities;

/// <summary>A lock that one process holds for a time; see <see cref="V1LeaseSpec"/>.</summary>
[KubernetesEntity(Group = "coordination.k8s.io", ApiVersion = "v1", Kind = "Lease", PluralName = "leases")]
public sealed record V1Lease : IKubernetesObject
{
    // Lists of built-in kinds leave both out of their items, and source-generated JSON then sets null.
    /// <inheritdoc />
    public string ApiVersion { get; init => field = value ?? "coordination.k8s.io/v1"; } = "coordination.k8s.io/v1";

    /// <inheritdoc />
    public string Kind { get; init => field = value ?? "Lease"; } = "Lease";
    public required V1ObjectMeta Metadata { get; init; }

    /// <summary>Who holds it, since when; null for a lease that nobody has ever taken.</summary>
    public V1LeaseSpec? Spec { get; init; }
}

/// <summary>Who holds a lease. A holder that does not renew for <see cref="LeaseDurationSeconds"/> may be replaced.</summary>
public sealed record V1LeaseSpec
{
    /// <summary>The holder; null or empty when it was released.</summary>
    public string? HolderIdentity { get; init; }

    /// <summary>Seconds that others wait after the last change that they saw; greater than 0.</summary>
    public int? LeaseDurationSeconds { get; init; }

    /// <summary>When the present holder took it, by the holder's clock.</summary>
    [JsonConverter(typeof(MicroTimeConverter))]
    public DateTimeOffset? AcquireTime { get; init; }

    /// <summary>When the present holder last renewed it, by the holder's clock.</summary>
    [JsonConverter(typeof(MicroTimeConverter))]
    public DateTimeOffset? RenewTime { get; init; }

    /// <summary>How often the lease has gone from one holder to another.</summary>
    public int? LeaseTransitions { get; init; }

    /// <summary>Every member that has no property here. Settable, because source-generated JSON cannot fill it otherwise; treat it as read-only.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Other { get; set; }
}

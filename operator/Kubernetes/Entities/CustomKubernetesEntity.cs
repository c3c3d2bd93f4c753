using System.Text.Json.Serialization;

namespace DirectRoute.Kubernetes.Entities;

/// <summary>The base of a custom resource with a spec and a status.</summary>
/// <typeparam name="TSpec">What the user wants.</typeparam>
/// <typeparam name="TStatus">What the controller reports.</typeparam>
public abstract record CustomKubernetesEntity<TSpec, TStatus> : IKubernetesObject
    where TSpec : class
    where TStatus : class
{
    [JsonPropertyOrder(-4)]
    public required string ApiVersion { get; init; }

    [JsonPropertyOrder(-3)]
    public required string Kind { get; init; }

    [JsonPropertyOrder(-2)]
    public required V1ObjectMeta Metadata { get; init; }

    /// <summary>What the user wants.</summary>
    public required TSpec Spec { get; init; }

    /// <summary>What the controller reports; null until it first does.</summary>
    public TStatus? Status { get; init; }
}

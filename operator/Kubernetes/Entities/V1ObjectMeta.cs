using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using DirectRoute.Kubernetes.Serialization;

namespace DirectRoute.Kubernetes.Entities;

/// <summary>An object of the Kubernetes API.</summary>
public interface IKubernetesObject
{
    /// <summary>Group and version, such as <c>directroute.dev/v1alpha1</c> or <c>v1</c>.</summary>
    string ApiVersion { get; }

    /// <summary>The kind.</summary>
    string Kind { get; }

    /// <summary>Name, identity and bookkeeping.</summary>
    V1ObjectMeta Metadata { get; }
}

/// <summary>The metadata that every object has. Members that this library does not use are kept in <see cref="Other"/>, so that a round trip loses nothing.</summary>
public sealed record V1ObjectMeta
{
    public string? Name { get; init; }
    public string? GenerateName { get; init; }

    /// <summary>The namespace, in the API's own name for it; null for a cluster-scoped object.</summary>
    [JsonPropertyName("namespace")]
    public string? NamespaceProperty { get; init; }

    /// <summary>The identity: it differs between two objects that had the same name one after the other.</summary>
    public string? Uid { get; init; }
    public string? ResourceVersion { get; init; }

    /// <summary>Counts changes of the spec; status changes do not move it.</summary>
    public long? Generation { get; init; }

    [JsonConverter(typeof(TimeConverter))]
    public DateTimeOffset? CreationTimestamp { get; init; }

    /// <summary>Set once deletion was asked for; the object goes when its last finalizer goes.</summary>
    [JsonConverter(typeof(TimeConverter))]
    public DateTimeOffset? DeletionTimestamp { get; init; }
    public IReadOnlyDictionary<string, string>? Labels { get; init; }
    public IReadOnlyDictionary<string, string>? Annotations { get; init; }
    public IReadOnlyList<string>? Finalizers { get; init; }
    public IReadOnlyList<V1OwnerReference>? OwnerReferences { get; init; }

    /// <summary>Every member that has no property here. Settable, because source-generated JSON cannot fill it otherwise; treat it as read-only.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Other { get; set; }
}

/// <summary>Names the object whose deletion takes this one with it.</summary>
public sealed record V1OwnerReference
{
    public required string ApiVersion { get; init; }
    public required string Kind { get; init; }
    public required string Name { get; init; }
    public required string Uid { get; init; }
    public bool? Controller { get; init; }
    public bool? BlockOwnerDeletion { get; init; }
}

/// <summary>One aspect of an object's state, as kstatus, <c>kubectl wait</c>, Argo CD and Flux read it.</summary>
public sealed record V1Condition
{
    /// <summary>The aspect, such as <c>Ready</c>.</summary>
    [StringLength(316, MinimumLength = 1)]
    public required string Type { get; init; }

    /// <summary><c>True</c>, <c>False</c> or <c>Unknown</c>.</summary>
    [AllowedValues("True", "False", "Unknown")]
    public required string Status { get; init; }

    /// <summary>A word for programs, in upper camel case.</summary>
    [RegularExpression("^[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?$"), StringLength(1024, MinimumLength = 1)]
    public required string Reason { get; init; }

    /// <summary>A sentence for people.</summary>
    [StringLength(32768)]
    public required string Message { get; init; }

    /// <summary>When <see cref="Status"/> last changed; a new reason or message does not move it.</summary>
    [JsonConverter(typeof(TimeConverter))]
    public required DateTimeOffset LastTransitionTime { get; init; }

    /// <summary>The generation of the object that this speaks of.</summary>
    [Range(0, int.MaxValue)]
    public long? ObservedGeneration { get; init; }
}

using System.Text.Json.Serialization;

namespace DirectRoute.Kubernetes.Entities;

/// <summary>Something that happened to an object, as <c>kubectl describe</c> shows it. The API server forgets it after an hour unless told otherwise.</summary>
[KubernetesEntity(ApiVersion = "v1", Kind = "Event", PluralName = "events")]
public sealed record CoreV1Event : IKubernetesObject
{
    // Lists of built-in kinds leave both out of their items, and source-generated JSON then sets null.
    /// <inheritdoc />
    public string ApiVersion { get; init => field = value ?? "v1"; } = "v1";

    /// <inheritdoc />
    public string Kind { get; init => field = value ?? "Event"; } = "Event";
    public required V1ObjectMeta Metadata { get; init; }

    /// <summary>What it happened to.</summary>
    public required V1ObjectReference InvolvedObject { get; init; }

    /// <summary><c>Normal</c> or <c>Warning</c>.</summary>
    public string? Type { get; init; }

    /// <summary>A word for programs, in upper camel case.</summary>
    public string? Reason { get; init; }

    /// <summary>A sentence for people.</summary>
    public string? Message { get; init; }

    /// <summary>Who saw it; <c>kubectl describe</c> prints it as From.</summary>
    public V1EventSource? Source { get; init; }

    /// <summary>When it first happened, to the second.</summary>
    public DateTimeOffset? FirstTimestamp { get; init; }

    /// <summary>When it last happened, to the second.</summary>
    public DateTimeOffset? LastTimestamp { get; init; }

    /// <summary>How often it happened.</summary>
    public int? Count { get; init; }

    /// <summary>Set by writers of the newer events.k8s.io form only, which asks for more members than this record has.</summary>
    [JsonConverter(typeof(MicroTimeConverter))]
    public DateTimeOffset? EventTime { get; init; }

    /// <summary>What was done or failed.</summary>
    public string? Action { get; init; }

    /// <summary>The controller that reports, such as <c>directroute.dev/operator</c>.</summary>
    public string? ReportingComponent { get; init; }

    /// <summary>The process that reports, such as its pod's name.</summary>
    public string? ReportingInstance { get; init; }
}

/// <summary>Names one object of any kind.</summary>
public sealed record V1ObjectReference
{
    public string? ApiVersion { get; init; }
    public string? Kind { get; init; }
    public string? Namespace { get; init; }
    public string? Name { get; init; }
    public string? Uid { get; init; }
    public string? ResourceVersion { get; init; }
    public string? FieldPath { get; init; }
}

/// <summary>Who reports an event.</summary>
public sealed record V1EventSource
{
    public string? Component { get; init; }
    public string? Host { get; init; }
}

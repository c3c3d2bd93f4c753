using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace DirectRoute.Core.Manifests;

/// <summary>Which namespaces are meant.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NamespacesFrom>))]
public enum NamespacesFrom
{
    /// <summary>The namespace of the resource that says so.</summary>
    Same,

    /// <summary>Every namespace.</summary>
    All,

    /// <summary>The namespaces whose labels match the selector.</summary>
    Selector,
}

/// <summary>A set of namespaces. A cluster-scoped resource has no own namespace: for it, Same matches none.</summary>
public sealed record NamespaceSelector
{
    /// <summary>Same, All, or those that the selector matches.</summary>
    public required NamespacesFrom From { get; init; }

    /// <summary>Labels that a namespace must carry. Needed with Selector, and only then.</summary>
    public LabelSelector? Selector { get; init; }
}

/// <summary>Labels to match, as Kubernetes label selectors do: all of the terms must hold.</summary>
public sealed record LabelSelector
{
    /// <summary>Labels with exactly these values.</summary>
    [MaxLength(32)]
    public IReadOnlyDictionary<string, string>? MatchLabels { get; init; }

    /// <summary>Terms with an operator.</summary>
    [MaxLength(32)]
    public IReadOnlyList<LabelSelectorRequirement>? MatchExpressions { get; init; }
}

/// <summary>How a term of a label selector matches.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LabelSelectorOperator>))]
public enum LabelSelectorOperator
{
    /// <summary>The label has one of the values.</summary>
    In,

    /// <summary>The label is absent or has none of the values.</summary>
    NotIn,

    /// <summary>The label is there.</summary>
    Exists,

    /// <summary>The label is absent.</summary>
    DoesNotExist,
}

/// <summary>One term of a label selector.</summary>
public sealed record LabelSelectorRequirement
{
    /// <summary>The label's key.</summary>
    [Length(1, 317)]
    public required string Key { get; init; }

    /// <summary>How the term matches.</summary>
    public required LabelSelectorOperator Operator { get; init; }

    /// <summary>The values for In and NotIn.</summary>
    [MaxLength(64)]
    public IReadOnlyList<string>? Values { get; init; }
}

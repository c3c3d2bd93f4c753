using System.Text.Json.Nodes;

namespace DirectRoute.Cli.Schemas;

/// <summary>What a CustomResourceDefinition says of one value: the part of OpenAPI v3 that structural schemas use.</summary>
internal sealed class Schema
{
    /// <summary><c>object</c>, <c>array</c>, <c>string</c>, <c>integer</c>, <c>number</c> or <c>boolean</c>; null where anything goes.</summary>
    public string? Type { get; init; }

    /// <summary>What the value means, in a sentence or more.</summary>
    public string? Description { get; init; }
    public IReadOnlyDictionary<string, Schema> Properties { get; init; } = new Dictionary<string, Schema>();

    /// <summary>The values of a map; null when the object has none besides its properties.</summary>
    public Schema? AdditionalProperties { get; init; }
    public Schema? Items { get; init; }
    public IReadOnlyList<string> Required { get; init; } = [];
    public IReadOnlyList<string> Enum { get; init; } = [];
    public string? Pattern { get; init; }
    public int? MinLength { get; init; }
    public int? MaxLength { get; init; }
    public int? MinItems { get; init; }
    public int? MaxItems { get; init; }
    public int? MinProperties { get; init; }
    public int? MaxProperties { get; init; }
    public decimal? Minimum { get; init; }
    public decimal? Maximum { get; init; }
    public string? Format { get; init; }
    public JsonNode? Default { get; init; }

    /// <summary>Whether null is a value of its own; else it counts as not there.</summary>
    public bool Nullable { get; init; }
    public bool PreserveUnknownFields { get; init; }
    public bool IntOrString { get; init; }

    /// <summary>The members that tell a list's items apart; empty when nothing need do so.</summary>
    public IReadOnlyList<string> ListMapKeys { get; init; } = [];

    /// <summary>Whether a list holds each value once.</summary>
    public bool IsSet { get; init; }

    /// <summary>Rules in CEL.</summary>
    public IReadOnlyList<SchemaRule> Rules { get; init; } = [];
}

/// <summary>A rule in CEL.</summary>
/// <param name="FieldPath">Where a failure is reported, from the value that bears the rule, such as <c>.stages</c>; null for that value.</param>
internal sealed record SchemaRule(string Rule, string? Message, string? FieldPath)
{
    /// <summary>Whether it is a rule of changes only: an object that is new has no former one.</summary>
    public bool IsOfChanges => Rule.Contains("oldSelf", StringComparison.Ordinal);
}

using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using DirectRoute.Kubernetes.CustomResourceDefinitions;
using DirectRoute.Kubernetes.Entities;

namespace DirectRoute.Kubernetes.Tests.CustomResourceDefinitions;

/// <summary>A kind that uses everything that a definition can say.</summary>
[KubernetesEntity(Group = "golden.directroute.dev", ApiVersion = "v1beta2", Kind = "Widget", PluralName = "widgets")]
[EntityScope(EntityScope.Cluster)]
[KubernetesEntityShortNames("wg", "wgs")]
[EntityCategories("all", "direct")]
[AdditionalPrinterColumn(".spec.size", "Size", "string", Description = "How big it is.")]
[AdditionalPrinterColumn(""".status.conditions[?(@.type=="Ready")].status""", "Ready", "string")]
[AdditionalPrinterColumn(".spec.limits.count", "Count", "integer", Priority = 1, Format = "int32")]
[AgePrinterColumn]
[ValidationRule("self.metadata.name.size() <= 63", "the name must have at most 63 characters")]
[ValidationRule("self.size == oldSelf.size", "size cannot be changed", At = "spec", Reason = "FieldValueForbidden", FieldPath = ".size")]
[ValidationRule("self.all(p, self.exists_one(q, q.name == p.name))", "part names differ", At = "spec.parts")]
[ValidationRule("!self.startsWith('aws:')", "a part's name must not begin with aws:", At = "spec.parts[].name", MessageExpression = "\"'\" + self + \"' begins with aws:\"")]
[ValidationRule("self.size() < 256", "a tag's value must be shorter than 256", At = "spec.tags{}")]
[ListMap("spec.parts", "name", "kind")]
[ListSet("spec.owners")]
public sealed record Widget : CustomKubernetesEntity<WidgetSpec, WidgetStatus>;

/// <summary>What a <see cref="Widget"/> should be.</summary>
public sealed record WidgetSpec
{
    /// <summary>The size; see <see cref="WidgetSize.ExtraLarge"/> and <see cref="Limits"/>.</summary>
    public required WidgetSize Size { get; init; }

    /// <summary>
    /// Whom to ask,
    /// by <c>user</c> name. It is <see langword="null"/> when nobody is.
    /// <para>A second paragraph: with a colon, and a # sign.</para>
    /// </summary>
    [MaxLength(10)]
    public IReadOnlyList<string>? Owners { get; init; }

    /// <summary>An ARN.</summary>
    [RegularExpression("^arn:[^\\s]+$"), StringLength(2048, MinimumLength = 5)]
    public string? Arn { get; init; }

    /// <summary>true</summary>
    [AllowedValues("on", "off", "1"), DefaultValue("off")]
    public string? Switch { get; init; }

    /// <summary>Limits.</summary>
    [DefaultValue("""{"count":2}""")]
    public WidgetLimits? Limits { get; init; }

    /// <summary>The parts.</summary>
    [Length(1, 5)]
    public required IReadOnlyList<WidgetPart> Parts { get; init; }

    /// <summary>Tags.</summary>
    [MinLength(1), MaxLength(50)]
    public IReadOnlyDictionary<string, string>? Tags { get; init; }

    /// <summary>Parts by name.</summary>
    public IReadOnlyDictionary<string, WidgetLimits>? Named { get; init; }

    /// <summary>Anything.</summary>
    public JsonNode? Anything { get; init; }

    /// <summary>Any object.</summary>
    [MaxLength(20)]
    public JsonObject? Free { get; init; }

    /// <summary>Any element.</summary>
    public JsonElement? Element { get; init; }

    /// <summary>When to end.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Whether it stands still.</summary>
    [DefaultValue(false)]
    public bool Suspended { get; init; }

    /// <summary>Under another name in JSON.</summary>
    [JsonPropertyName("$ref")]
    public string? Reference { get; init; }

    /// <summary>A list that is never null.</summary>
    public IReadOnlyList<int> Ports { get; init => field = value ?? []; } = [];

    /// <summary>Not in JSON at all.</summary>
    [JsonIgnore]
    public string? Hidden { get; init; }
}

/// <summary>One part.</summary>
public sealed record WidgetPart
{
    /// <summary>The part's name.</summary>
    [Length(1, 64)]
    public required string Name { get; init; }

    /// <summary>The part's kind.</summary>
    [DefaultValue("plain"), MaxLength(10)]
    public string? Kind { get; init; }
}

/// <summary>How much.</summary>
public sealed record WidgetLimits
{
    /// <summary>A count.</summary>
    [Range(1, 100), DefaultValue(10)]
    public int? Count { get; init; }

    /// <summary>A share.</summary>
    [Range(0.0, 1.0, MinimumIsExclusive = true)]
    public double? Share { get; init; }

    /// <summary>Bytes.</summary>
    [Range(0, int.MaxValue)]
    public long? Bytes { get; init; }
}

/// <summary>Sizes.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<WidgetSize>))]
public enum WidgetSize
{
    /// <summary>Small.</summary>
    Small,

    /// <summary>Extra large.</summary>
    [JsonStringEnumMemberName("extra-large")]
    ExtraLarge,

    /// <summary>No size.</summary>
    No,
}

/// <summary>What a widget is.</summary>
public sealed record WidgetStatus
{
    /// <summary>The conditions.</summary>
    public IReadOnlyList<V1Condition>? Conditions { get; init; }

    /// <summary>The generation that was last looked at.</summary>
    public long? ObservedGeneration { get; init; }
}

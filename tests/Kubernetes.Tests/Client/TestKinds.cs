using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using DirectRoute.Kubernetes.CustomResourceDefinitions;
using DirectRoute.Kubernetes.Entities;
using DirectRoute.Kubernetes.Tests.CustomResourceDefinitions;

namespace DirectRoute.Kubernetes.Tests.Client;

/// <summary>A kind that the API server does not know.</summary>
[KubernetesEntity(Group = "tests.directroute.dev", ApiVersion = "v1", Kind = "NotServed", PluralName = "notserveds")]
public sealed record NotServed : IKubernetesObject
{
    public required string ApiVersion { get; init; }
    public required string Kind { get; init; }
    public required V1ObjectMeta Metadata { get; init; }
}

/// <summary>A kind of the tests, whose definition our own generator makes.</summary>
[KubernetesEntity(Group = "tests.directroute.dev", ApiVersion = "v1", Kind = "Gadget", PluralName = "gadgets")]
[AdditionalPrinterColumn(".spec.color", "Color", "string")]
public sealed record Gadget : CustomKubernetesEntity<GadgetSpec, GadgetStatus>;

/// <summary>A gadget.</summary>
public sealed record GadgetSpec
{
    /// <summary>Its color.</summary>
    public required GadgetColor Color { get; init; }

    /// <summary>Its weight.</summary>
    [System.ComponentModel.DataAnnotations.Range(0, 100), System.ComponentModel.DefaultValue(7)]
    public int? Weight { get; init; }

    /// <summary>Anything.</summary>
    public JsonNode? Free { get; init; }
}

/// <summary>Colors.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<GadgetColor>))]
public enum GadgetColor
{
    /// <summary>Red.</summary>
    [JsonStringEnumMemberName("red")]
    Red,

    /// <summary>Green.</summary>
    [JsonStringEnumMemberName("green")]
    Green,
}

/// <summary>A gadget's state.</summary>
public sealed record GadgetStatus
{
    /// <summary>Whether.</summary>
    public string? State { get; init; }

    /// <summary>Conditions.</summary>
    public IReadOnlyList<V1Condition>? Conditions { get; init; }
}

/// <summary>The same kind for a reader who thinks that free is a number: some objects do not fit.</summary>
[KubernetesEntity(Group = "tests.directroute.dev", ApiVersion = "v1", Kind = "Gadget", PluralName = "gadgets")]
public sealed record StrictGadget : IKubernetesObject
{
    public required string ApiVersion { get; init; }
    public required string Kind { get; init; }
    public required V1ObjectMeta Metadata { get; init; }
    public required StrictGadgetSpec Spec { get; init; }
}

public sealed record StrictGadgetSpec
{
    public required StrictFree Free { get; init; }
}

public sealed record StrictFree
{
    public required int Number { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(NotServed))]
[JsonSerializable(typeof(Gadget))]
[JsonSerializable(typeof(StrictGadget))]
[JsonSerializable(typeof(CustomResourceDefinition))]
internal sealed partial class TestKinds : JsonSerializerContext;

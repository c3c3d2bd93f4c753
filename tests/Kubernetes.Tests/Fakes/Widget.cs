using System.Text.Json.Serialization;
using DirectRoute.Kubernetes.Entities;

namespace DirectRoute.Kubernetes.Tests.Fakes;

/// <summary>A custom resource that only tests know.</summary>
[KubernetesEntity(Group = "runtime.directroute.dev", ApiVersion = "v1", Kind = "Widget", PluralName = "widgets")]
public sealed record Widget : CustomKubernetesEntity<WidgetSpec, WidgetStatus>;

public sealed record WidgetSpec
{
    public required int Size { get; init; }
    public string? Parent { get; init; }
}

public sealed record WidgetStatus
{
    public string? Phase { get; init; }
    public long? ObservedGeneration { get; init; }
    public IReadOnlyList<V1Condition>? Conditions { get; init; }
}

[JsonSerializable(typeof(Widget))]
[JsonSerializable(typeof(WidgetStatus))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class FakeKinds : JsonSerializerContext;

internal static class Widgets
{
    public static Widget New(string name, int size = 1, string? parent = null, string ns = "ns", params string[] finalizers) => new()
    {
        ApiVersion = "runtime.directroute.dev/v1",
        Kind = "Widget",
        Metadata = new V1ObjectMeta { Name = name, NamespaceProperty = ns, Finalizers = finalizers.Length == 0 ? null : finalizers },
        Spec = new WidgetSpec { Size = size, Parent = parent },
    };

    public static ObjectKey Key(string name) => new("ns", name);
}

using System.Text.Json;
using System.Text.Json.Nodes;
using DirectRoute.Kubernetes.Entities;
using DirectRoute.Kubernetes.Serialization;
using DirectRoute.Yaml;

namespace DirectRoute.Kubernetes.Tests.CustomResourceDefinitions;

/// <summary>A definition as an object of the API server.</summary>
[KubernetesEntity(Group = "apiextensions.k8s.io", ApiVersion = "v1", Kind = "CustomResourceDefinition", PluralName = "customresourcedefinitions")]
[EntityScope(EntityScope.Cluster)]
public sealed record CustomResourceDefinition : IKubernetesObject
{
    public string ApiVersion => "apiextensions.k8s.io/v1";

    public string Kind => "CustomResourceDefinition";

    public required V1ObjectMeta Metadata { get; init; }

    public required JsonObject Spec { get; init; }

    public JsonObject? Status { get; init; }

    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsEstablished => Status?["conditions"] is JsonArray conditions
        && conditions.Any(c => (string?)c!["type"] == "Established" && (string?)c["status"] == "True");

    /// <summary>What the generator wrote.</summary>
    public static CustomResourceDefinition From(string yaml)
    {
        var node = YamlJson.Parse(yaml, "crd")!;
        return new() { Metadata = node["metadata"].Deserialize<V1ObjectMeta>(KubernetesJson.CreateOptions())!, Spec = node["spec"]!.DeepClone().AsObject() };
    }
}

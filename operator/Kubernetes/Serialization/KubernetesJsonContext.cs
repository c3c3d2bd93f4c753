using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using DirectRoute.Kubernetes.Client;
using DirectRoute.Kubernetes.Configuration;
using DirectRoute.Kubernetes.Entities;

namespace DirectRoute.Kubernetes.Serialization;

/// <summary>The kinds that this library itself knows.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(V1Lease))]
[JsonSerializable(typeof(CoreV1Event))]
[JsonSerializable(typeof(V1Namespace))]
[JsonSerializable(typeof(V1Secret))]
[JsonSerializable(typeof(V1ObjectMeta))]
[JsonSerializable(typeof(V1Condition))]
[JsonSerializable(typeof(ApiStatus))]
[JsonSerializable(typeof(ApiListMeta))]
[JsonSerializable(typeof(ApiObjectMeta))]
[JsonSerializable(typeof(DeleteRequest))]
[JsonSerializable(typeof(ServerVersion))]
[JsonSerializable(typeof(ExecCredential))]
[JsonSerializable(typeof(JsonNode))]
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class KubernetesJsonContext : JsonSerializerContext;

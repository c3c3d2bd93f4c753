using System.Text.Json.Serialization;
using DirectRoute.Kubernetes.Entities;

namespace DirectRoute.Kubernetes.Tests.Client;

[KubernetesEntity(Group = "tests.directroute.dev", ApiVersion = "v1", Kind = "NotServed", PluralName = "notserveds")]
public sealed record NotServed : IKubernetesObject
{
    public required string ApiVersion { get; init; }
    public required string Kind { get; init; }
    public required V1ObjectMeta Metadata { get; init; }
}

[JsonSerializable(typeof(NotServed))]
internal sealed partial class TestKinds : JsonSerializerContext;

using System.Text.Json.Serialization.Metadata;
using DirectRoute.Operator.Resources;

namespace DirectRoute.Kubernetes.Tests.Fakes;

/// <summary>The kinds that the API server in memory knows here.</summary>
internal static class FakeKinds
{
    public static IJsonTypeInfoResolver Default => ResourcesJsonContext.Default;
}

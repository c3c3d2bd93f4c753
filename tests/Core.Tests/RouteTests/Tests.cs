using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using DirectRoute.Core.Manifests;

namespace DirectRoute.Core.Tests.RouteTests;

/// <summary>Tests as a manifest writes them.</summary>
internal static class Tests
{
    private static readonly JsonSerializerOptions Manifests = new() { PropertyNameCaseInsensitive = true, Converters = { new JsonStringEnumConverter() } };

    public static RouteTest Read(JsonObject test) => test.Deserialize<RouteTest>(Manifests)!;
}

using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace DirectRoute.Local.ControlPlane.Rest.TestInvocations;

/// <summary>The body of TestInvokeMethod.</summary>
internal sealed record TestInvokeMethod
{
    /// <summary>The path below the stage; without one, the resource's own, with its variables as they are written.</summary>
    public string? PathWithQueryString { get; init; }
    public string? Body { get; init; }
    public ImmutableSortedDictionary<string, string>? Headers { get; init; }

    /// <summary>They count before <see cref="Headers"/>.</summary>
    public ImmutableSortedDictionary<string, IReadOnlyList<string>>? MultiValueHeaders { get; init; }
    public ImmutableSortedDictionary<string, string>? StageVariables { get; init; }
}

/// <summary>TestInvokeMethodResponse.</summary>
internal sealed record TestInvokeMethodResult
{
    public int Status { get; init; }
    public string? Body { get; init; }
    public ImmutableSortedDictionary<string, string>? Headers { get; init; }
    public ImmutableSortedDictionary<string, IReadOnlyList<string>>? MultiValueHeaders { get; init; }
    public string? Log { get; init; }

    /// <summary>Milliseconds.</summary>
    public long Latency { get; init; }
}

/// <summary>How the shapes are read and written: no member is written that is not set.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TestInvokeMethod))]
[JsonSerializable(typeof(TestInvokeMethodResult))]
internal sealed partial class TestInvocationJson : JsonSerializerContext;

using Amazon.Runtime.Endpoints;

namespace DirectRoute.Aws.Protocol.Endpoints;

/// <summary>The inputs of AWS's endpoint rules that these services have.</summary>
internal sealed class StandardEndpointParameters : EndpointParameters
{
    public required string? Region { get; init; }

    public required bool UseDualStack { get; init; }

    public required bool UseFips { get; init; }

    /// <summary>The endpoint that the user configured, taken as it is.</summary>
    public required string? ServiceUrl { get; init; }
}

using DirectRoute.Core.Collections;
using DirectRoute.Core.Manifests;

namespace DirectRoute.Core.Model;

/// <summary>An API as API Gateway holds it, REST or HTTP: what is desired, and equally what was observed. It has no AWS-made ids.</summary>
public sealed record ApiModel
{
    public required ApiProtocol Protocol { get; init; }

    /// <summary>The region that serves the API.</summary>
    public required string Region { get; init; }
    public required string Name { get; init; }
    public string? Description { get; init; }

    /// <summary>Where it is served; REST only, null on HTTP.</summary>
    public EndpointType? EndpointType { get; init; }
    public bool DisableExecuteApiEndpoint { get; init; }

    /// <summary>All tags, the owner's included.</summary>
    public ValueMap<string> Tags { get; init; }

    /// <summary>In ordinal order of path, then method; each key once.</summary>
    public ValueList<RouteModel> Routes { get; init; }

    /// <summary>In ordinal order of name.</summary>
    public ValueList<StageModel> Stages { get; init; }
}

/// <summary>A stage: a name under which a deployment is served.</summary>
public sealed record StageModel
{
    public required string Name { get; init; }
    public string? Description { get; init; }
    public ValueMap<string> Variables { get; init; }
}

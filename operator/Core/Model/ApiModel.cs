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

    /// <summary>REST: where API keys are read from; null is AWS's default, <c>HEADER</c>.</summary>
    public ApiKeySource? ApiKeySource { get; init; }

    /// <summary>REST: the media types whose bodies stay bytes, in ordinal order.</summary>
    public ValueList<string> BinaryMediaTypes { get; init; }

    /// <summary>REST: the smallest body, in bytes, that is compressed: 0 to 10485760; null for never.</summary>
    public int? MinimumCompressionSize { get; init; }

    /// <summary>REST: canonical JSON of the resource policy, or null.</summary>
    public string? Policy { get; init; }

    /// <summary>HTTP: how browsers of other origins may call; null for not at all. REST has methods for it instead.</summary>
    public CorsModel? Cors { get; init; }

    /// <summary>In ordinal order of name.</summary>
    public ValueList<AuthorizerModel> Authorizers { get; init; }

    /// <summary>REST: JSON schemas of bodies, in ordinal order of name.</summary>
    public ValueList<SchemaModel> Models { get; init; }

    /// <summary>REST: in ordinal order of name.</summary>
    public ValueList<RequestValidatorModel> RequestValidators { get; init; }

    /// <summary>REST: what differs from API Gateway's own answers, in ordinal order of type.</summary>
    public ValueList<GatewayResponseModel> GatewayResponses { get; init; }

    /// <summary>In ordinal order of path, then method; each key once.</summary>
    public ValueList<RouteModel> Routes { get; init; }

    /// <summary>In ordinal order of name.</summary>
    public ValueList<StageModel> Stages { get; init; }
}

/// <summary>Where API Gateway reads an API key from, by its own names.</summary>
public enum ApiKeySource
{
    HEADER,
    AUTHORIZER,
}

/// <summary>A stage: a name under which a deployment is served.</summary>
public sealed record StageModel
{
    public required string Name { get; init; }
    public string? Description { get; init; }
    public ValueMap<string> Variables { get; init; }
}

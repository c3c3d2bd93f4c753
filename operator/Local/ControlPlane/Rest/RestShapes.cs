using System.Collections.Immutable;
using System.Text.Json.Serialization;
using DirectRoute.Local.ControlPlane.Patching;

namespace DirectRoute.Local.ControlPlane.Rest;

// The shapes of API Gateway's service model (version 2015-07-09), member by member: they are what clients send, what is kept, and what is answered.

/// <summary>RestApi.</summary>
internal sealed record RestApi
{
    public string? Id { get; init; }
    public string? Name { get; init; }
    public string? Description { get; init; }

    /// <summary>Seconds since 1970.</summary>
    public long CreatedDate { get; init; }
    public string? Version { get; init; }
    public IReadOnlyList<string>? BinaryMediaTypes { get; init; }
    public int? MinimumCompressionSize { get; init; }
    public string? ApiKeySource { get; init; }
    public EndpointConfiguration? EndpointConfiguration { get; init; }
    public string? Policy { get; init; }
    public ImmutableSortedDictionary<string, string>? Tags { get; init; }
    public bool DisableExecuteApiEndpoint { get; init; }
    public string? RootResourceId { get; init; }

    /// <summary>What an import has to say.</summary>
    public IReadOnlyList<string>? Warnings { get; init; }

    /// <summary>Whether only a VPC reaches it.</summary>
    [JsonIgnore]
    public bool IsPrivate => EndpointConfiguration?.Types is ["PRIVATE"];
}

/// <summary>EndpointConfiguration.</summary>
internal sealed record EndpointConfiguration
{
    public IReadOnlyList<string>? Types { get; init; }
    public string? IpAddressType { get; init; }
    public IReadOnlyList<string>? VpcEndpointIds { get; init; }

    /// <summary>The one type that an API has.</summary>
    [JsonIgnore]
    public string? Type => Types is [var first, ..] ? first : null;
}

/// <summary>The body of CreateRestApi.</summary>
internal sealed record CreateRestApi
{
    public string? Name { get; init; }
    public string? Description { get; init; }
    public string? Version { get; init; }
    public IReadOnlyList<string>? BinaryMediaTypes { get; init; }
    public int? MinimumCompressionSize { get; init; }
    public string? ApiKeySource { get; init; }
    public EndpointConfiguration? EndpointConfiguration { get; init; }
    public string? Policy { get; init; }
    public ImmutableSortedDictionary<string, string>? Tags { get; init; }
    public bool? DisableExecuteApiEndpoint { get; init; }
}

/// <summary>Resource.</summary>
internal sealed record RestResource
{
    public string? Id { get; init; }
    public string? ParentId { get; init; }
    public string? PathPart { get; init; }
    public string? Path { get; init; }
    public ImmutableSortedDictionary<string, RestMethod>? ResourceMethods { get; init; }
}

/// <summary>The body of CreateResource.</summary>
internal sealed record CreateResource(string? PathPart);

/// <summary>Method; the body of PutMethod has a part of its members.</summary>
internal sealed record RestMethod
{
    public string? HttpMethod { get; init; }
    public string? AuthorizationType { get; init; }
    public string? AuthorizerId { get; init; }
    public bool? ApiKeyRequired { get; init; }
    public string? RequestValidatorId { get; init; }
    public string? OperationName { get; init; }
    public ImmutableSortedDictionary<string, bool>? RequestParameters { get; init; }
    public ImmutableSortedDictionary<string, string>? RequestModels { get; init; }
    public ImmutableSortedDictionary<string, RestMethodResponse>? MethodResponses { get; init; }
    public RestIntegration? MethodIntegration { get; init; }
    public IReadOnlyList<string>? AuthorizationScopes { get; init; }
}

/// <summary>MethodResponse.</summary>
internal sealed record RestMethodResponse
{
    public string? StatusCode { get; init; }
    public ImmutableSortedDictionary<string, bool>? ResponseParameters { get; init; }
    public ImmutableSortedDictionary<string, string>? ResponseModels { get; init; }
}

/// <summary>Integration, and the body of PutIntegration.</summary>
internal sealed record RestIntegration
{
    public string? Type { get; init; }
    public string? HttpMethod { get; init; }
    public string? Uri { get; init; }
    public string? ConnectionType { get; init; }
    public string? ConnectionId { get; init; }
    public string? Credentials { get; init; }
    public ImmutableSortedDictionary<string, string>? RequestParameters { get; init; }
    public ImmutableSortedDictionary<string, string?>? RequestTemplates { get; init; }
    public string? PassthroughBehavior { get; init; }
    public string? ContentHandling { get; init; }
    public int? TimeoutInMillis { get; init; }
    public string? CacheNamespace { get; init; }
    public IReadOnlyList<string>? CacheKeyParameters { get; init; }
    public ImmutableSortedDictionary<string, RestIntegrationResponse>? IntegrationResponses { get; init; }
    public TlsConfig? TlsConfig { get; init; }
}

/// <summary>TlsConfig.</summary>
internal sealed record TlsConfig(bool? InsecureSkipVerification);

/// <summary>IntegrationResponse.</summary>
internal sealed record RestIntegrationResponse
{
    public string? StatusCode { get; init; }
    public string? SelectionPattern { get; init; }
    public ImmutableSortedDictionary<string, string>? ResponseParameters { get; init; }
    public ImmutableSortedDictionary<string, string?>? ResponseTemplates { get; init; }
    public string? ContentHandling { get; init; }
}

/// <summary>How the shapes are read and written: no member is written that is not set.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RestApi))]
[JsonSerializable(typeof(CreateRestApi))]
[JsonSerializable(typeof(Page<RestApi>), TypeInfoPropertyName = "RestApis")]
[JsonSerializable(typeof(RestResource))]
[JsonSerializable(typeof(CreateResource))]
[JsonSerializable(typeof(Page<RestResource>), TypeInfoPropertyName = "Resources")]
[JsonSerializable(typeof(RestMethod))]
[JsonSerializable(typeof(RestMethodResponse))]
[JsonSerializable(typeof(RestIntegration))]
[JsonSerializable(typeof(RestIntegrationResponse))]
[JsonSerializable(typeof(RestAuthorizer))]
[JsonSerializable(typeof(Page<RestAuthorizer>), TypeInfoPropertyName = "Authorizers")]
[JsonSerializable(typeof(RestModel))]
[JsonSerializable(typeof(Page<RestModel>), TypeInfoPropertyName = "Models")]
[JsonSerializable(typeof(ModelTemplate))]
[JsonSerializable(typeof(RestRequestValidator))]
[JsonSerializable(typeof(Page<RestRequestValidator>), TypeInfoPropertyName = "RequestValidators")]
[JsonSerializable(typeof(RestGatewayResponse))]
[JsonSerializable(typeof(Page<RestGatewayResponse>), TypeInfoPropertyName = "GatewayResponses")]
[JsonSerializable(typeof(CreateDeployment))]
[JsonSerializable(typeof(RestDeployment))]
[JsonSerializable(typeof(Page<RestDeployment>), TypeInfoPropertyName = "Deployments")]
[JsonSerializable(typeof(RestStage))]
[JsonSerializable(typeof(RestStages))]
[JsonSerializable(typeof(TagMap))]
[JsonSerializable(typeof(PatchRequest))]
internal sealed partial class RestJson : JsonSerializerContext;

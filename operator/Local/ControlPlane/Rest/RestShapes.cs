using System.Text.Json.Serialization;

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
    public IReadOnlyDictionary<string, string>? Tags { get; init; }
    public bool DisableExecuteApiEndpoint { get; init; }
    public string? RootResourceId { get; init; }
}

/// <summary>EndpointConfiguration.</summary>
internal sealed record EndpointConfiguration
{
    public IReadOnlyList<string>? Types { get; init; }
    public string? IpAddressType { get; init; }
    public IReadOnlyList<string>? VpcEndpointIds { get; init; }
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
    public IReadOnlyDictionary<string, string>? Tags { get; init; }
    public bool? DisableExecuteApiEndpoint { get; init; }
}

/// <summary>Resource, without its methods.</summary>
internal sealed record RestResource
{
    public required string Id { get; init; }
    public string? ParentId { get; init; }
    public string? PathPart { get; init; }
    public required string Path { get; init; }
}

/// <summary>A page of a list: the wire's member is <c>item</c>, whatever SDKs call it.</summary>
internal sealed record Page<T>(IReadOnlyList<T> Item, string? Position = null);

/// <summary>How the shapes are read and written: no member is written that is not set.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RestApi))]
[JsonSerializable(typeof(CreateRestApi))]
[JsonSerializable(typeof(Page<RestApi>), TypeInfoPropertyName = "RestApis")]
internal sealed partial class RestJson : JsonSerializerContext;

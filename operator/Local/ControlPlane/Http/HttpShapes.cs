using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace DirectRoute.Local.ControlPlane.Http;

// The shapes of API Gateway's service model (version 2018-11-29) as far as they concern HTTP APIs, member by member: they are what clients send, what is
// kept, and what is answered.

/// <summary>Api, and the bodies of CreateApi and UpdateApi.</summary>
internal sealed record HttpApi
{
    public string? ApiEndpoint { get; init; }
    public string? ApiId { get; init; }
    public string? ApiKeySelectionExpression { get; init; }
    public HttpCors? CorsConfiguration { get; init; }
    public DateTimeOffset? CreatedDate { get; init; }
    public string? Description { get; init; }
    public bool? DisableSchemaValidation { get; init; }
    public bool? DisableExecuteApiEndpoint { get; init; }
    public IReadOnlyList<string>? ImportInfo { get; init; }
    public string? IpAddressType { get; init; }
    public string? Name { get; init; }
    public string? ProtocolType { get; init; }
    public string? RouteSelectionExpression { get; init; }
    public ImmutableSortedDictionary<string, string>? Tags { get; init; }
    public string? Version { get; init; }
    public IReadOnlyList<string>? Warnings { get; init; }

    /// <summary>Quick create: the integration's role.</summary>
    public string? CredentialsArn { get; init; }

    /// <summary>Quick create: the key of the route; <c>$default</c> when there is none.</summary>
    public string? RouteKey { get; init; }

    /// <summary>Quick create: an address or a function's ARN.</summary>
    public string? Target { get; init; }
}

/// <summary>Cors.</summary>
internal sealed record HttpCors
{
    public bool? AllowCredentials { get; init; }
    public IReadOnlyList<string>? AllowHeaders { get; init; }
    public IReadOnlyList<string>? AllowMethods { get; init; }
    public IReadOnlyList<string>? AllowOrigins { get; init; }
    public IReadOnlyList<string>? ExposeHeaders { get; init; }

    /// <summary>Seconds.</summary>
    public int? MaxAge { get; init; }
}

/// <summary>Route, and the bodies of CreateRoute and UpdateRoute.</summary>
internal sealed record HttpRoute
{
    public bool? ApiGatewayManaged { get; init; }
    public bool? ApiKeyRequired { get; init; }
    public IReadOnlyList<string>? AuthorizationScopes { get; init; }
    public string? AuthorizationType { get; init; }
    public string? AuthorizerId { get; init; }
    public string? OperationName { get; init; }
    public string? RouteId { get; init; }

    /// <summary><c>GET /users/{id}</c>, <c>ANY /{proxy+}</c> or <c>$default</c>.</summary>
    public string? RouteKey { get; init; }

    /// <summary><c>integrations/{id}</c>.</summary>
    public string? Target { get; init; }
}

/// <summary>Integration, and the bodies of CreateIntegration and UpdateIntegration.</summary>
internal sealed record HttpIntegration
{
    public bool? ApiGatewayManaged { get; init; }
    public string? ConnectionId { get; init; }
    public string? ConnectionType { get; init; }
    public string? CredentialsArn { get; init; }
    public string? Description { get; init; }
    public string? IntegrationId { get; init; }
    public string? IntegrationMethod { get; init; }
    public string? IntegrationSubtype { get; init; }
    public string? IntegrationType { get; init; }
    public string? IntegrationUri { get; init; }
    public string? PayloadFormatVersion { get; init; }
    public ImmutableSortedDictionary<string, string>? RequestParameters { get; init; }

    /// <summary>By status.</summary>
    public ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, string>>? ResponseParameters { get; init; }

    /// <summary>50 to 30000.</summary>
    public int? TimeoutInMillis { get; init; }
    public HttpTlsConfig? TlsConfig { get; init; }
}

/// <summary>TlsConfig.</summary>
internal sealed record HttpTlsConfig(string? ServerNameToVerify);

/// <summary>Authorizer, and the bodies of CreateAuthorizer and UpdateAuthorizer.</summary>
internal sealed record HttpAuthorizer
{
    public string? AuthorizerCredentialsArn { get; init; }
    public string? AuthorizerId { get; init; }
    public string? AuthorizerPayloadFormatVersion { get; init; }

    /// <summary>0 to 3600.</summary>
    public int? AuthorizerResultTtlInSeconds { get; init; }
    public string? AuthorizerType { get; init; }
    public string? AuthorizerUri { get; init; }
    public bool? EnableSimpleResponses { get; init; }
    public IReadOnlyList<string>? IdentitySource { get; init; }
    public string? IdentityValidationExpression { get; init; }
    public JwtConfiguration? JwtConfiguration { get; init; }
    public string? Name { get; init; }
}

/// <summary>JWTConfiguration.</summary>
internal sealed record JwtConfiguration(IReadOnlyList<string>? Audience, string? Issuer);

/// <summary>Model, and the bodies of CreateModel and UpdateModel.</summary>
internal sealed record HttpModel
{
    public string? ContentType { get; init; }
    public string? Description { get; init; }
    public string? ModelId { get; init; }
    public string? Name { get; init; }
    public string? Schema { get; init; }
}

/// <summary>VpcLink, and the bodies of CreateVpcLink and UpdateVpcLink.</summary>
internal sealed record HttpVpcLink
{
    public DateTimeOffset? CreatedDate { get; init; }
    public string? Name { get; init; }
    public IReadOnlyList<string>? SecurityGroupIds { get; init; }
    public IReadOnlyList<string>? SubnetIds { get; init; }
    public ImmutableSortedDictionary<string, string>? Tags { get; init; }
    public string? VpcLinkId { get; init; }
    public string? VpcLinkStatus { get; init; }
    public string? VpcLinkStatusMessage { get; init; }
    public string? VpcLinkVersion { get; init; }
}

/// <summary>What DeleteVpcLink answers: nothing, as an object.</summary>
internal sealed record HttpVpcLinkDeletion;

/// <summary>The body of ImportApi and ReimportApi.</summary>
internal sealed record ImportHttpApi(string? Body);

/// <summary>The body of TagResource, and the answer of GetTags.</summary>
internal sealed record HttpTags(ImmutableSortedDictionary<string, string>? Tags);

/// <summary>A page of a list of HTTP APIs.</summary>
/// <param name="Items">The things on this page.</param>
/// <param name="NextToken">Where the next page begins; null after the last.</param>
internal sealed record HttpPage<T>(IReadOnlyList<T> Items, string? NextToken);

/// <summary>How the shapes are read and written: no member is written that is not set.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(HttpApi))]
[JsonSerializable(typeof(HttpPage<HttpApi>), TypeInfoPropertyName = "Apis")]
[JsonSerializable(typeof(HttpRoute))]
[JsonSerializable(typeof(HttpPage<HttpRoute>), TypeInfoPropertyName = "Routes")]
[JsonSerializable(typeof(HttpIntegration))]
[JsonSerializable(typeof(HttpPage<HttpIntegration>), TypeInfoPropertyName = "Integrations")]
[JsonSerializable(typeof(HttpAuthorizer))]
[JsonSerializable(typeof(HttpPage<HttpAuthorizer>), TypeInfoPropertyName = "Authorizers")]
[JsonSerializable(typeof(HttpModel))]
[JsonSerializable(typeof(HttpPage<HttpModel>), TypeInfoPropertyName = "Models")]
[JsonSerializable(typeof(HttpVpcLink))]
[JsonSerializable(typeof(HttpPage<HttpVpcLink>), TypeInfoPropertyName = "VpcLinks")]
[JsonSerializable(typeof(HttpVpcLinkDeletion))]
[JsonSerializable(typeof(HttpStage))]
[JsonSerializable(typeof(HttpPage<HttpStage>), TypeInfoPropertyName = "Stages")]
[JsonSerializable(typeof(HttpDeployment))]
[JsonSerializable(typeof(HttpPage<HttpDeployment>), TypeInfoPropertyName = "Deployments")]
[JsonSerializable(typeof(CreateHttpDeployment))]
[JsonSerializable(typeof(ImportHttpApi))]
[JsonSerializable(typeof(HttpTags))]
internal sealed partial class HttpJson : JsonSerializerContext;

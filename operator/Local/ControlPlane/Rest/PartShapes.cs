using System.Collections.Immutable;

namespace DirectRoute.Local.ControlPlane.Rest;

// What an API has besides resources, member by member as in API Gateway's service model.

/// <summary>Authorizer, and the body of CreateAuthorizer.</summary>
internal sealed record RestAuthorizer
{
    public string? Id { get; init; }
    public string? Name { get; init; }
    public string? Type { get; init; }
    public IReadOnlyList<string>? ProviderARNs { get; init; }
    public string? AuthType { get; init; }
    public string? AuthorizerUri { get; init; }
    public string? AuthorizerCredentials { get; init; }
    public string? IdentitySource { get; init; }
    public string? IdentityValidationExpression { get; init; }
    public int? AuthorizerResultTtlInSeconds { get; init; }
}

/// <summary>Model, and the body of CreateModel.</summary>
internal sealed record RestModel
{
    public string? Id { get; init; }
    public string? Name { get; init; }
    public string? Description { get; init; }
    public string? Schema { get; init; }
    public string? ContentType { get; init; }
}

/// <summary>Template.</summary>
internal sealed record ModelTemplate(string Value);

/// <summary>RequestValidator, and the body of CreateRequestValidator.</summary>
internal sealed record RestRequestValidator
{
    public string? Id { get; init; }
    public string? Name { get; init; }
    public bool? ValidateRequestBody { get; init; }
    public bool? ValidateRequestParameters { get; init; }
}

/// <summary>GatewayResponse, and the body of PutGatewayResponse.</summary>
internal sealed record RestGatewayResponse
{
    public string? ResponseType { get; init; }
    public string? StatusCode { get; init; }
    public ImmutableSortedDictionary<string, string>? ResponseParameters { get; init; }
    public ImmutableSortedDictionary<string, string>? ResponseTemplates { get; init; }
    public bool? DefaultResponse { get; init; }
}

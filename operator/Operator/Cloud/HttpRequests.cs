using Amazon.ApiGatewayV2;
using Amazon.ApiGatewayV2.Model;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;
using DirectRoute.Core.Planning;

namespace DirectRoute.Operator.Cloud;

/// <summary>The requests of a plan for an HTTP API. Ids take the place of names.</summary>
internal static class HttpRequests
{
    public static CreateApiRequest Api(ApiModel api) => new()
    {
        Name = api.Name,
        ProtocolType = ProtocolType.HTTP,
        Description = api.Description,
        DisableExecuteApiEndpoint = api.DisableExecuteApiEndpoint,
        CorsConfiguration = Cors(api.Cors),
        Tags = api.Tags.ToDictionary(),
    };

    public static UpdateApiRequest Api(ApiChange change, ApiState state) => new()
    {
        ApiId = state.ApiId,
        Name = change.Name,
        Description = change.Description,
        DisableExecuteApiEndpoint = change.DisableExecuteApiEndpoint,
        CorsConfiguration = Cors(change.Cors),
    };

    private static Cors? Cors(CorsModel? cors) => cors is null ? null : new()
    {
        AllowOrigins = List(cors.AllowOrigins),
        AllowMethods = List(cors.AllowMethods),
        AllowHeaders = List(cors.AllowHeaders),
        ExposeHeaders = List(cors.ExposeHeaders),
        MaxAge = cors.MaxAge,
        AllowCredentials = cors.AllowCredentials ? true : null,
    };

    public static CreateAuthorizerRequest Authorizer(HttpCall.CreateAuthorizer call, ApiState state) => new()
    {
        ApiId = state.ApiId,
        Name = call.Authorizer.Name,
        AuthorizerType = call.Authorizer.Type.ToString(),
        AuthorizerUri = call.Authorizer.Uri,
        AuthorizerCredentialsArn = call.Authorizer.Credentials,
        IdentitySource = [.. call.Authorizer.IdentitySources],
        AuthorizerResultTtlInSeconds = call.Authorizer.ResultTtlInSeconds,
        AuthorizerPayloadFormatVersion = call.Authorizer.PayloadFormatVersion,
        EnableSimpleResponses = call.Authorizer.EnableSimpleResponses ? true : null,
        JwtConfiguration = Jwt(call.Authorizer),
    };

    /// <summary>AWS keeps what is not mentioned, so what goes is named: by an empty text, or by its default.</summary>
    public static UpdateAuthorizerRequest Authorizer(HttpCall.UpdateAuthorizer call, ApiState state)
    {
        var before = Normal(state.Authorizer(call.Name));
        var after = Normal(call.Authorizer);
        return new()
        {
            ApiId = state.ApiId,
            AuthorizerId = state.AuthorizerId(call.Name),
            Name = before.Name == after.Name ? null : after.Name,
            AuthorizerUri = before.Uri == after.Uri ? null : after.Uri ?? "",
            AuthorizerCredentialsArn = before.Credentials == after.Credentials ? null : after.Credentials ?? "",
            IdentitySource = before.IdentitySources == after.IdentitySources ? null : [.. call.Authorizer.IdentitySources],
            AuthorizerResultTtlInSeconds = before.ResultTtlInSeconds == after.ResultTtlInSeconds ? null : after.ResultTtlInSeconds,
            AuthorizerPayloadFormatVersion = before.PayloadFormatVersion == after.PayloadFormatVersion ? null : after.PayloadFormatVersion,
            EnableSimpleResponses = before.EnableSimpleResponses == after.EnableSimpleResponses ? null : after.EnableSimpleResponses,
            JwtConfiguration = before.Issuer == after.Issuer && before.Audiences == after.Audiences ? null : Jwt(call.Authorizer),
        };
    }

    private static JWTConfiguration? Jwt(AuthorizerModel authorizer) =>
        authorizer.Type == Core.Model.AuthorizerType.JWT ? new() { Issuer = authorizer.Issuer, Audience = [.. authorizer.Audiences] } : null;

    private static AuthorizerModel Normal(AuthorizerModel authorizer) => Equivalence.Normalize(authorizer, ApiProtocol.HTTP);

    public static CreateIntegrationRequest Integration(HttpCall.CreateIntegration call, ApiState state) => new()
    {
        ApiId = state.ApiId,
        IntegrationType = call.Integration.Type.ToString(),
        IntegrationSubtype = call.Integration.Subtype,
        IntegrationUri = call.Integration.Uri,
        IntegrationMethod = call.Integration.HttpMethod,
        CredentialsArn = call.Integration.Credentials,
        RequestParameters = Map(call.Integration.RequestParameters),
        ResponseParameters = Responses(call.Integration.ResponseParameters),
        ConnectionType = call.Integration.ConnectionType?.ToString(),
        ConnectionId = call.Integration.ConnectionId,
        TlsConfig = call.Integration.Tls?.ServerNameToVerify is { } name ? new() { ServerNameToVerify = name } : null,
        PayloadFormatVersion = call.Integration.PayloadFormatVersion,
        TimeoutInMillis = call.Integration.TimeoutInMillis,
    };

    /// <summary>AWS wants type and subtype again, keeps every parameter that is not mentioned, and removes those set to nothing.</summary>
    public static UpdateIntegrationRequest Integration(HttpCall.UpdateIntegration call, ApiState state) => new()
    {
        ApiId = state.ApiId,
        IntegrationId = state.IntegrationId(call.Route),
        IntegrationType = call.Integration.Type.ToString(),
        IntegrationSubtype = call.Integration.Subtype,
        IntegrationUri = call.Integration.Uri,
        IntegrationMethod = call.Integration.HttpMethod,
        CredentialsArn = call.Integration.Credentials,
        RequestParameters = WithRemoved(call.Integration.RequestParameters, call.RemovedParameters),
        ResponseParameters = Responses(call.Integration.ResponseParameters),
        ConnectionType = call.Integration.ConnectionType?.ToString(),
        ConnectionId = call.Integration.ConnectionId,
        TlsConfig = call.Integration.Tls?.ServerNameToVerify is { } name ? new() { ServerNameToVerify = name } : null,
        PayloadFormatVersion = call.Integration.PayloadFormatVersion,
        TimeoutInMillis = call.Integration.TimeoutInMillis,
    };

    public static CreateRouteRequest Route(HttpCall.CreateRoute call, ApiState state) => new()
    {
        ApiId = state.ApiId,
        RouteKey = call.Route.ToString(),
        AuthorizationType = call.Authorization.Type.ToString(),
        AuthorizerId = call.Authorization.Authorizer is { } authorizer ? state.AuthorizerId(authorizer) : null,
        AuthorizationScopes = List(call.Authorization.Scopes),
        Target = Target(call.Route, state),
    };

    public static UpdateRouteRequest Route(HttpCall.UpdateRoute call, ApiState state) => new()
    {
        ApiId = state.ApiId,
        RouteId = state.RouteId(call.Route.ToString()),
        AuthorizationType = call.Authorization.Type.ToString(),
        AuthorizerId = call.Authorization.Authorizer is { } authorizer ? state.AuthorizerId(authorizer) : NothingInPlaceOf(state.HttpRoute(call.Route).Authorizer),
        AuthorizationScopes = call.Authorization.Scopes == state.HttpRoute(call.Route).AuthorizationScopes ? null : [.. call.Authorization.Scopes],
        Target = Target(call.Route, state),
    };

    public static CreateStageRequest Stage(StageModel stage, ApiState state) => new()
    {
        ApiId = state.ApiId,
        StageName = stage.Name,
        AutoDeploy = true,
        Description = stage.Description,
        StageVariables = Map(stage.Variables),
    };

    public static UpdateStageRequest Stage(HttpCall.UpdateStage call, ApiState state) => new()
    {
        ApiId = state.ApiId,
        StageName = call.Name,
        AutoDeploy = call.Change.AutoDeploy,
        Description = call.Change.Description,
        StageVariables = WithRemoved(call.Change.SetVariables, call.Change.RemoveVariables),
    };

    private static Dictionary<string, Dictionary<string, string>>? Responses(ValueMap<ValueMap<string>> responses) =>
        responses.Count == 0 ? null : responses.ToDictionary(r => r.Key, r => r.Value.ToDictionary());

    /// <summary>What removes something; nothing where there is nothing.</summary>
    private static string? NothingInPlaceOf(string? before) => before is null ? null : "";

    private static List<string>? List(ValueList<string> list) => list.Count == 0 ? null : [.. list];

    private static string Target(RouteKey key, ApiState state) => $"integrations/{state.IntegrationId(key)}";

    private static Dictionary<string, string>? WithRemoved(ValueMap<string> set, ValueList<string> removed) =>
        Map(set.Concat(removed.Select(k => KeyValuePair.Create(k, ""))).ToValueMap());

    private static Dictionary<string, string>? Map(ValueMap<string> map) => map.Count == 0 ? null : map.ToDictionary();
}

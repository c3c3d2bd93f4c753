using Amazon.ApiGatewayV2.Model;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;
using DirectRoute.Core.Planning;
using Authorization = DirectRoute.Core.Model.AuthorizationType;
using Route = Amazon.ApiGatewayV2.Model.Route;

namespace DirectRoute.Operator.Cloud;

/// <summary>From what API Gateway answers about an HTTP API to the model.</summary>
internal static class HttpReader
{
    private const string TargetPrefix = "integrations/";
    private const int DefaultTimeout = 30_000;

    public static ApiHead Head(Api api) => new()
    {
        Id = api.ApiId!,
        Name = api.Name ?? "",
        Description = RestReader.NullIfEmpty(api.Description),
        Endpoint = api.ApiEndpoint,
        DisableExecuteApiEndpoint = api.DisableExecuteApiEndpoint ?? false,
        Cors = api.CorsConfiguration is { } cors ? Cors(cors) : null,
        Tags = RestReader.Map(api.Tags),
        CreatedAt = Pages.Time(api.CreatedDate),
    };

    private static CorsModel Cors(Cors cors) => new()
    {
        AllowOrigins = RestReader.List(cors.AllowOrigins),
        AllowMethods = RestReader.List(cors.AllowMethods),
        AllowHeaders = RestReader.List(cors.AllowHeaders),
        ExposeHeaders = RestReader.List(cors.ExposeHeaders),
        MaxAge = cors.MaxAge,
        AllowCredentials = cors.AllowCredentials ?? false,
    };

    /// <summary>The integration that a route targets, if it is there.</summary>
    public static string? Target(Route route, Dictionary<string, Integration> integrations) =>
        route.Target is { } target && target.StartsWith(TargetPrefix, StringComparison.Ordinal) && integrations.ContainsKey(target[TargetPrefix.Length..])
            ? target[TargetPrefix.Length..]
            : null;

    /// <summary>The route; null when no manifest could name its key, such as <c>$default</c>.</summary>
    public static RouteModel? Route(Route route, Dictionary<string, Integration> integrations, Dictionary<string, string> authorizers)
    {
        if (route.RouteKey!.Split(' ') is not [var name, var path] || !Enum.TryParse<RouteMethod>(name, out var method)) return null;
        return new RouteModel
        {
            Method = method,
            Path = path,
            Authorization = AuthorizationOf(route),
            Authorizer = RestReader.NullIfEmpty(route.AuthorizerId) is { } authorizer ? authorizers.GetValueOrDefault(authorizer, authorizer) : null,
            AuthorizationScopes = RestReader.List(route.AuthorizationScopes),
            Integration = Target(route, integrations) is { } id ? Integration(integrations[id]) : ObservedApi.NoIntegration,
        };
    }

    private static Authorization AuthorizationOf(Route route) =>
        route.AuthorizationType is null ? Authorization.NONE
        : Enum.TryParse<Authorization>(route.AuthorizationType.Value, out var type) ? type : Authorization.CUSTOM;

    private static IntegrationModel Integration(Integration integration) => new()
    {
        Type = Enum.TryParse<Core.Model.IntegrationType>(integration.IntegrationType?.Value, out var type) ? type : Core.Model.IntegrationType.MOCK,
        Subtype = RestReader.NullIfEmpty(integration.IntegrationSubtype),
        Uri = RestReader.NullIfEmpty(integration.IntegrationUri),
        HttpMethod = RestReader.NullIfEmpty(integration.IntegrationMethod),
        Credentials = RestReader.NullIfEmpty(integration.CredentialsArn),
        RequestParameters = RestReader.Map(integration.RequestParameters),
        ResponseParameters = (integration.ResponseParameters ?? []).Select(r => KeyValuePair.Create(r.Key, RestReader.Map(r.Value))).ToValueMap(),
        ConnectionType = Enum.TryParse<Core.Model.ConnectionType>(integration.ConnectionType?.Value, out var connection) ? connection : null,
        ConnectionId = RestReader.NullIfEmpty(integration.ConnectionId),
        Tls = RestReader.NullIfEmpty(integration.TlsConfig?.ServerNameToVerify) is { } name ? new(false, name) : null,
        PayloadFormatVersion = RestReader.NullIfEmpty(integration.PayloadFormatVersion),
        TimeoutInMillis = integration.TimeoutInMillis ?? DefaultTimeout,
    };

    public static AuthorizerModel Authorizer(string name, Authorizer authorizer) => new()
    {
        Name = name,
        Type = Enum.TryParse<Core.Model.AuthorizerType>(authorizer.AuthorizerType?.Value, out var type) ? type : Core.Model.AuthorizerType.REQUEST,
        Uri = RestReader.NullIfEmpty(authorizer.AuthorizerUri),
        Credentials = RestReader.NullIfEmpty(authorizer.AuthorizerCredentialsArn),
        IdentitySources = (authorizer.IdentitySource ?? []).ToValueList(),
        ResultTtlInSeconds = authorizer.AuthorizerResultTtlInSeconds,
        Issuer = RestReader.NullIfEmpty(authorizer.JwtConfiguration?.Issuer),
        Audiences = RestReader.List(authorizer.JwtConfiguration?.Audience),
        PayloadFormatVersion = RestReader.NullIfEmpty(authorizer.AuthorizerPayloadFormatVersion),
        EnableSimpleResponses = authorizer.EnableSimpleResponses ?? false,
    };

    public static StageModel Stage(Stage stage) => new()
    {
        Name = stage.StageName!,
        Description = RestReader.NullIfEmpty(stage.Description),
        Variables = RestReader.Map(stage.StageVariables),
    };
}

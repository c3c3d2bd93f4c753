using System.Collections.Immutable;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;
using DirectRoute.Local.ControlPlane.Rest.Documents;
using DirectRoute.Local.State;

namespace DirectRoute.Local.ControlPlane.Http.Documents;

/// <summary>An HTTP API as the model that compilers, documents and the data plane share. Routes without an integration have no place in it.</summary>
internal static class HttpModelOfContent
{
    public static ApiModel Of(HttpApi api, HttpApiContent content, string region) => WithoutRoutes(api, content, region) with
    {
        Routes = content.Routes.Values.Select(r => Route(r, content)).OfType<RouteModel>()
            .OrderBy(r => r.Path, StringComparer.Ordinal).ThenBy(r => r.Method).ToValueList(),
    };

    /// <summary>The API's settings and what its routes share.</summary>
    public static ApiModel WithoutRoutes(HttpApi api, HttpApiContent content, string region) => new()
    {
        Protocol = ApiProtocol.HTTP,
        Region = region,
        Name = api.Name ?? "",
        Description = api.Description,
        DisableExecuteApiEndpoint = api.DisableExecuteApiEndpoint ?? false,
        Tags = ModelOfContent.Map(api.Tags),
        Cors = api.CorsConfiguration is { } cors ? Cors(cors) : null,
        Authorizers = content.Authorizers.Values.Select(Authorizer).OrderBy(a => a.Name, StringComparer.Ordinal).ToValueList(),
    };

    private static CorsModel Cors(HttpCors cors) => new()
    {
        AllowCredentials = cors.AllowCredentials ?? false,
        AllowHeaders = List(cors.AllowHeaders),
        AllowMethods = List(cors.AllowMethods),
        AllowOrigins = List(cors.AllowOrigins),
        ExposeHeaders = List(cors.ExposeHeaders),
        MaxAge = cors.MaxAge,
    };

    private static AuthorizerModel Authorizer(HttpAuthorizer authorizer) => new()
    {
        Name = authorizer.Name ?? "",
        Type = ModelOfContent.Parse<AuthorizerType>(authorizer.AuthorizerType) ?? AuthorizerType.JWT,
        Uri = authorizer.AuthorizerUri,
        Credentials = authorizer.AuthorizerCredentialsArn,
        IdentitySources = (authorizer.IdentitySource ?? []).ToValueList(),
        ResultTtlInSeconds = authorizer.AuthorizerResultTtlInSeconds,
        Issuer = authorizer.JwtConfiguration?.Issuer,
        Audiences = List(authorizer.JwtConfiguration?.Audience),
        PayloadFormatVersion = authorizer.AuthorizerPayloadFormatVersion,
        EnableSimpleResponses = authorizer.EnableSimpleResponses ?? false,
    };

    /// <summary>A route with its integration; null without one.</summary>
    public static RouteModel? Route(HttpRoute route, HttpApiContent content)
    {
        var key = route.RouteKey == RouteModel.DefaultPath ? ["ANY", RouteModel.DefaultPath] : route.RouteKey?.Split(' ');
        if (key is not [var name, var path] || ModelOfContent.Parse<RouteMethod>(name) is not { } method) return null;
        if (content.Integrations.GetValueOrDefault(route.Target?["integrations/".Length..] ?? "") is not { } integration) return null;
        return new()
        {
            Method = method,
            Path = path,
            Authorization = ModelOfContent.Parse<AuthorizationType>(route.AuthorizationType) ?? AuthorizationType.NONE,
            Authorizer = route.AuthorizerId is { } id ? content.Authorizers.GetValueOrDefault(id)?.Name : null,
            AuthorizationScopes = List(route.AuthorizationScopes),
            OperationName = route.OperationName,
            Integration = Integration(integration),
        };
    }

    private static IntegrationModel Integration(HttpIntegration integration) => new()
    {
        Type = ModelOfContent.Parse<IntegrationType>(integration.IntegrationType) ?? IntegrationType.AWS_PROXY,
        Subtype = integration.IntegrationSubtype,
        Uri = integration.IntegrationUri,
        HttpMethod = integration.IntegrationMethod,
        Credentials = integration.CredentialsArn,
        RequestParameters = ModelOfContent.Map(integration.RequestParameters),
        ResponseParameters = (integration.ResponseParameters ?? ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, string>>.Empty)
            .Select(p => KeyValuePair.Create(p.Key, ModelOfContent.Map(p.Value))).ToValueMap(),
        ConnectionType = integration.ConnectionType == nameof(ConnectionType.VPC_LINK) ? ConnectionType.VPC_LINK : null,
        ConnectionId = integration.ConnectionId,
        Tls = integration.TlsConfig?.ServerNameToVerify is { } server ? new(false, server) : null,
        PayloadFormatVersion = integration.PayloadFormatVersion,
        TimeoutInMillis = integration.TimeoutInMillis ?? 0,
    };

    private static ValueList<string> List(IReadOnlyList<string>? list) => (list ?? []).Order(StringComparer.Ordinal).ToValueList();
}

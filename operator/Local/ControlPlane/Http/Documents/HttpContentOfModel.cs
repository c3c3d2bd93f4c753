using System.Collections.Immutable;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Model;
using DirectRoute.Local.ControlPlane.Rest.Documents;
using DirectRoute.Local.State;

namespace DirectRoute.Local.ControlPlane.Http.Documents;

/// <summary>What an import makes of a document: a route, an integration each, and authorizers. Routes with a key that was there keep their id.</summary>
internal static class HttpContentOfModel
{
    public static Outcome<HttpApiContent> Of(ApiModel model, HttpApiContent before)
    {
        Outcome<HttpApiContent> content = new HttpApiContent();
        foreach (var authorizer in model.Authorizers) content = content.Then(c => With(c, Authorizer(authorizer), before));
        foreach (var route in model.Routes) content = content.Then(c => With(c, route, before));
        return content;
    }

    public static HttpCors? Cors(CorsModel? cors) => cors is null ? null : new()
    {
        AllowCredentials = cors.AllowCredentials,
        AllowHeaders = List(cors.AllowHeaders),
        AllowMethods = List(cors.AllowMethods),
        AllowOrigins = List(cors.AllowOrigins),
        ExposeHeaders = List(cors.ExposeHeaders),
        MaxAge = cors.MaxAge,
    };

    private static Outcome<HttpApiContent> With(HttpApiContent content, HttpAuthorizer authorizer, HttpApiContent before)
    {
        var id = before.Authorizers.Values.FirstOrDefault(a => a.Name == authorizer.Name)?.AuthorizerId ?? Ids.Part();
        return HttpAuthorizerOperations.Complete(content, id, authorizer).Select(a => content with { Authorizers = content.Authorizers.SetItem(id, a) });
    }

    private static Outcome<HttpApiContent> With(HttpApiContent content, RouteModel route, HttpApiContent before)
    {
        var old = before.Routes.Values.FirstOrDefault(r => r.RouteKey == route.Key);
        var (routeId, integrationId) = (old?.RouteId ?? Ids.Part(), Ids.Part());
        return
            from integration in HttpIntegrationOperations.Complete(content, integrationId, Integration(route.Integration))
            let withIntegration = content with { Integrations = content.Integrations.Add(integrationId, integration) }
            from made in HttpRouteOperations.Complete(withIntegration, routeId, Route(route, content, integrationId))
            select withIntegration with { Routes = withIntegration.Routes.SetItem(routeId, made) };
    }

    private static HttpRoute Route(RouteModel route, HttpApiContent content, string integrationId) => new()
    {
        RouteKey = route.Key,
        AuthorizationType = route.Authorization.ToString(),
        AuthorizerId = route.Authorizer is { } name ? content.Authorizers.Values.FirstOrDefault(a => a.Name == name)?.AuthorizerId : null,
        AuthorizationScopes = List(route.AuthorizationScopes),
        OperationName = route.OperationName,
        Target = "integrations/" + integrationId,
    };

    private static HttpIntegration Integration(IntegrationModel integration) => new()
    {
        ConnectionId = integration.ConnectionId,
        ConnectionType = integration.ConnectionType?.ToString(),
        CredentialsArn = integration.Credentials,
        IntegrationMethod = integration.HttpMethod,
        IntegrationSubtype = integration.Subtype,
        IntegrationType = integration.Type.ToString(),
        IntegrationUri = integration.Uri,
        PayloadFormatVersion = integration.PayloadFormatVersion,
        RequestParameters = MethodOfRoute.Map(integration.RequestParameters),
        ResponseParameters = integration.ResponseParameters.Count == 0 ? null
            : integration.ResponseParameters.ToImmutableSortedDictionary(p => p.Key, p => MethodOfRoute.Map(p.Value) ?? HttpMaps<string>.Empty, StringComparer.Ordinal),
        TimeoutInMillis = integration.TimeoutInMillis == 0 ? null : integration.TimeoutInMillis,
        TlsConfig = integration.Tls?.ServerNameToVerify is { } server ? new(server) : null,
    };

    private static HttpAuthorizer Authorizer(AuthorizerModel authorizer) => new()
    {
        Name = authorizer.Name,
        AuthorizerType = authorizer.Type.ToString(),
        AuthorizerUri = authorizer.Uri,
        AuthorizerCredentialsArn = authorizer.Credentials,
        AuthorizerPayloadFormatVersion = authorizer.PayloadFormatVersion,
        AuthorizerResultTtlInSeconds = authorizer.ResultTtlInSeconds,
        EnableSimpleResponses = authorizer.EnableSimpleResponses ? true : null,
        IdentitySource = List(authorizer.IdentitySources),
        JwtConfiguration = authorizer.Issuer is null ? null : new(List(authorizer.Audiences), authorizer.Issuer),
    };

    private static ValueList<string>? List(ValueList<string> list) => list.Count == 0 ? null : list;
}

using DirectRoute.Core.Collections;
using DirectRoute.Core.Gateway.Http;
using DirectRoute.Core.Gateway.Rest;
using DirectRoute.Core.Gateway.Templates;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Gateway;

/// <summary>
/// A route with all that is read at each request parsed once: templates, mappings, patterns, schemas. Make it when a deployment is loaded and keep it; it
/// never changes, and any number of threads may use it.
/// </summary>
public sealed class PreparedRoute
{
    private PreparedRoute(ApiModel api, RouteModel route)
    {
        Api = api;
        Route = route;
        RequestMappings = ParameterMapping.Parse(route.Integration.RequestParameters);
        ReadsJsonOfRequest = RequestMappings.Any(m => m.Source.ReadsJson);
        RequestTemplates = Templates(route.Integration.RequestTemplates);
        Responses = route.Integration.Responses.Select(PreparedResponse.Of).ToValueList();
        Checks = RequestChecks.Of(api, route);
        HttpRequest = HttpMapping.ParseAll(api.Protocol == ApiProtocol.HTTP ? route.Integration.RequestParameters : default);
        HttpResponses = route.Integration.ResponseParameters.Select(r => KeyValuePair.Create(r.Key, HttpMapping.ParseAll(r.Value))).ToValueMap();
    }

    /// <summary>The API that the route belongs to; of its routes only this one is looked at.</summary>
    public ApiModel Api { get; }
    public RouteModel Route { get; }

    internal IntegrationModel Integration => Route.Integration;
    internal ValueList<ParameterMapping> RequestMappings { get; }

    /// <summary>Whether a mapping needs the request's body to be JSON.</summary>
    internal bool ReadsJsonOfRequest { get; }
    internal ValueMap<MappingTemplate> RequestTemplates { get; }
    internal ValueList<PreparedResponse> Responses { get; }
    internal RequestChecks Checks { get; }
    internal ValueList<HttpMapping> HttpRequest { get; }
    internal ValueMap<ValueList<HttpMapping>> HttpResponses { get; }

    /// <summary>Prepares a route. It never fails: what cannot be read fails the requests that need it, as in API Gateway.</summary>
    public static PreparedRoute Of(ApiModel api, RouteModel route) => new(api, route);

    internal static ValueMap<MappingTemplate> Templates(ValueMap<string> templates) =>
        templates.Select(t => KeyValuePair.Create(t.Key, MappingTemplate.Of(t.Key, t.Value))).ToValueMap();
}

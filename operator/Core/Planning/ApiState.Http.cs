using DirectRoute.Core.Collections;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Planning;

public sealed partial class ApiState
{
    /// <summary>Integrations that no route targets yet, by the route that they were made for.</summary>
    private readonly Dictionary<RouteKey, (string Id, IntegrationModel Model)> pending = [];

    /// <summary>The integration that a route is to target: the one just made for it, or else the one that it has.</summary>
    public string IntegrationId(RouteKey key) =>
        pending.TryGetValue(key, out var made) ? made.Id
        : Known.RouteIds[key.ToString()].IntegrationId ?? throw new InvalidOperationException($"{key} has no integration.");

    /// <summary>The id of a route that is there.</summary>
    public string RouteId(string key) => Known.RouteIds[key].RouteId;

    private ObservedApi? After(HttpCall call, CallResult result) => call switch
    {
        HttpCall.CreateApi c => Created(c.Api, result),
        HttpCall.UpdateApi c => Changed(c.Change),
        HttpCall.DeleteApi => null,
        HttpCall.TagResource c => Tagged(c.Tags),
        HttpCall.UntagResource c => Untagged(c.Keys),
        HttpCall.DeleteCorsConfiguration => WithModel(m => m with { Cors = null }),
        HttpCall.CreateAuthorizer c => AuthorizerMade(c.Authorizer, result.Id!),
        HttpCall.UpdateAuthorizer c => AuthorizerChanged(c.Name, c.Authorizer),
        HttpCall.DeleteAuthorizer c => AuthorizerGone(c.Name),
        HttpCall.CreateIntegration c => IntegrationMade(c, result.Id!),
        HttpCall.UpdateIntegration c => WithRoute(c.Route, r => r with { Integration = c.Integration }),
        HttpCall.DeleteIntegration c => Known with { OrphanIntegrationIds = Known.OrphanIntegrationIds.Where(i => i != c.IntegrationId).ToValueList() },
        HttpCall.CreateRoute c => Targeted(c.Route, c.Authorization, result.Id!),
        HttpCall.UpdateRoute c => Targeted(c.Route, c.Authorization, RouteId(c.Route.ToString())),
        HttpCall.DeleteRoute c => Freed(WithoutRoutes(r => r.Key == c.Key) with { RouteIds = Known.RouteIds.Without(c.Key) }, Known.RouteIds[c.Key].IntegrationId),
        HttpCall.CreateStage c => WithStage(c.Stage) with { Deployments = Known.Deployments.With(c.Stage.Name, new(null, null)) },
        HttpCall.UpdateStage { Change.AutoDeploy: true } c => WithStage(c.Name, c.Change) with
        {
            StagesWithoutAutoDeploy = Known.StagesWithoutAutoDeploy.Where(s => s != c.Name).ToValueList(),
        },
        HttpCall.UpdateStage c => WithStage(c.Name, c.Change),
        HttpCall.DeleteStage c => WithoutStage(c.Name) with { StagesWithoutAutoDeploy = Known.StagesWithoutAutoDeploy.Where(s => s != c.Name).ToValueList() },
        _ => throw new ArgumentException($"{call} is unknown.", nameof(call)),
    };

    /// <summary>A route that is there.</summary>
    public RouteModel HttpRoute(RouteKey key) => Route(key);

    private ObservedApi IntegrationMade(HttpCall.CreateIntegration call, string id)
    {
        pending[call.Route] = (id, call.Integration);
        return Known with { OrphanIntegrationIds = [.. Known.OrphanIntegrationIds, id] };
    }

    /// <summary>A route targets what was made for it, or goes on with what it has.</summary>
    private ObservedApi Targeted(RouteKey key, RouteAuthorization authorization, string routeId)
    {
        if (!pending.Remove(key, out var made)) return WithRoute(key, authorization.On);
        var before = Known.RouteIds.TryGetValue(key.ToString(), out var ids) ? ids.IntegrationId : null;
        var targeted = WithRoute(authorization.On(new() { Method = key.Method, Path = key.Path, Integration = made.Model })) with
        {
            RouteIds = Known.RouteIds.With(key.ToString(), new(routeId, made.Id)),
            OrphanIntegrationIds = Known.OrphanIntegrationIds.Where(i => i != made.Id).ToValueList(),
        };
        return Freed(targeted, before);
    }

    /// <summary>An integration that its last route left is an orphan.</summary>
    private static ObservedApi Freed(ObservedApi api, string? integrationId) =>
        integrationId is null || api.RouteIds.Values.Any(r => r.IntegrationId == integrationId)
            ? api
            : api with { OrphanIntegrationIds = [.. api.OrphanIntegrationIds, integrationId] };
}

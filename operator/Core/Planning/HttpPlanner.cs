using System.Text.RegularExpressions;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Planning;

/// <summary>Plans an HTTP API. Its stages serve each change at once, so a route keeps its id and its integration wherever it can.</summary>
internal sealed partial class HttpPlanner
{
    private readonly ApiModel before;
    private readonly ApiModel after;
    private readonly ApiModel wanted;
    private readonly ObservedApi? observed;
    private readonly Dictionary<string, RouteModel> served;
    private readonly PlanBuilder plan = new();
    private readonly AuthorizerSteps authorizers;

    public HttpPlanner(ApiModel desired, ObservedApi? observed, ValueList<string> heldRoutes)
    {
        authorizers = new AuthorizerSteps(plan, AuthorizerCalls.Http);
        wanted = ApiPlanner.Effective(desired, observed, heldRoutes);
        after = Equivalence.Normalize(wanted);
        if (observed is null) plan.Create(Subject, new HttpCall.CreateApi(wanted));
        this.observed = observed is null ? null : authorizers.MakeWay(observed, wanted);
        before = this.observed is null ? after.WithoutContent() : Equivalence.Normalize(this.observed.Model);
        served = (this.observed?.Model.Routes ?? []).ToDictionary(r => r.Key, StringComparer.Ordinal);
    }

    private string Subject => $"HTTP API {wanted.Name}";

    public Plan Plan()
    {
        PlanApi();
        authorizers.Needed(before, after, wanted);
        var gone = Gone();
        var replaced = gone.Where(IsInTheWay).ToList();
        foreach (var key in replaced) DeleteRoute(key);
        PlanRoutes();
        foreach (var key in gone.Except(replaced, StringComparer.Ordinal)) DeleteRoute(key);
        foreach (var id in observed?.OrphanIntegrationIds ?? []) plan.Delete($"unused integration {id}", new HttpCall.DeleteIntegration(id));
        authorizers.Surplus(before, after);
        PlanStages();
        return plan.ToPlan();
    }

    private void PlanApi()
    {
        if (observed is null) return;
        plan.Update(Subject, ApiSettings.Differences(before, after), ApiCalls());
        ApiSettings.Tags(plan, Subject, before.Tags, after.Tags, tags => new HttpCall.TagResource(tags), keys => new HttpCall.UntagResource(keys));
    }

    /// <summary>CORS settings go by a call of their own.</summary>
    private ValueList<AwsCall> ApiCalls()
    {
        var change = ApiSettings.Change(before, after, wanted);
        var goes = before.Cors is not null && after.Cors is null;
        return [.. change == new ApiChange() ? [] : new[] { new HttpCall.UpdateApi(change) }, .. goes ? new[] { new HttpCall.DeleteCorsConfiguration() } : []];
    }

    /// <summary>Keys that AWS serves and nobody wants, those that no manifest could name included.</summary>
    private List<string> Gone()
    {
        var keys = wanted.Routes.Select(r => r.Key).ToHashSet(StringComparer.Ordinal);
        return [.. (observed?.RouteIds ?? default).Keys.Where(k => !keys.Contains(k))];
    }

    /// <summary>Whether a route that comes matches the very requests of this one, under other names of its path variables.</summary>
    private bool IsInTheWay(string key) => wanted.Routes.Any(r => !served.ContainsKey(r.Key) && Shape(r.Key) == Shape(key));

    private void PlanRoutes()
    {
        foreach (var route in wanted.Routes)
        {
            var key = new RouteKey(route.Method, route.Path);
            if (served.TryGetValue(route.Key, out var current)) Update(key, current, route);
            else plan.Create(route.Key, new HttpCall.CreateIntegration(key, route.Integration), new HttpCall.CreateRoute(key, RouteAuthorization.Of(route)));
        }
    }

    private void Update(RouteKey key, RouteModel current, RouteModel declared)
    {
        var from = Equivalence.Normalize(current, wanted.Protocol);
        var to = Equivalence.Normalize(declared, wanted.Protocol);
        if (from != to) plan.Update(declared.Key, new Differences().Route(from, to).ToValueList(), UpdateCalls(key, from, to, declared));
    }

    private ValueList<AwsCall> UpdateCalls(RouteKey key, RouteModel from, RouteModel to, RouteModel declared)
    {
        var route = new HttpCall.UpdateRoute(key, RouteAuthorization.Of(declared));
        if (from.Integration == to.Integration) return [route];
        if (!CanBeUpdated(key.ToString(), from.Integration, to.Integration)) return [new HttpCall.CreateIntegration(key, declared.Integration), route, .. DeleteIntegration(key.ToString())];
        var removed = ApiSettings.Removed(from.Integration.RequestParameters, to.Integration.RequestParameters);
        var integration = new HttpCall.UpdateIntegration(key, declared.Integration, removed);
        return RouteAuthorization.Of(from) == RouteAuthorization.Of(to) ? [integration] : [integration, route];
    }

    /// <summary>
    /// The service that an integration calls is fixed when it is made; AWS keeps each field that an update does not mention, and documents how to
    /// remove request parameters only; and an integration that several routes share is changed for none.
    /// </summary>
    private bool CanBeUpdated(string key, IntegrationModel from, IntegrationModel to) =>
        from.Type == to.Type && from.Subtype == to.Subtype && from.PayloadFormatVersion == to.PayloadFormatVersion && !LosesAField(from, to) && HasItsOwn(key);

    private static bool LosesAField(IntegrationModel from, IntegrationModel to) =>
        (from.Uri is not null && to.Uri is null)
        || (from.HttpMethod is not null && to.HttpMethod is null)
        || (from.Credentials is not null && to.Credentials is null)
        || from.ConnectionType != to.ConnectionType
        || (from.ConnectionId is not null && to.ConnectionId is null)
        || (from.Tls is not null && to.Tls is null)
        || from.ResponseParameters.Any(r => !to.ResponseParameters.TryGetValue(r.Key, out var other) || r.Value.Keys.Any(k => !other.ContainsKey(k)));

    private bool HasItsOwn(string key) =>
        IntegrationOf(key) is { } id && observed!.RouteIds.Values.Count(r => r.IntegrationId == id) == 1;

    private string? IntegrationOf(string key) =>
        observed is not null && observed.RouteIds.TryGetValue(key, out var ids) ? ids.IntegrationId : null;

    private void DeleteRoute(string key) => plan.Delete(key, [new HttpCall.DeleteRoute(key), .. DeleteIntegration(key)]);

    /// <summary>Nothing, when another route still uses the integration.</summary>
    private IEnumerable<AwsCall> DeleteIntegration(string key) => HasItsOwn(key) ? [new HttpCall.DeleteIntegration(IntegrationOf(key)!)] : [];

    private void PlanStages()
    {
        var existing = before.Stages.ToDictionary(s => s.Name, StringComparer.Ordinal);
        foreach (var stage in after.Stages)
        {
            if (existing.TryGetValue(stage.Name, out var current)) Update(current, stage);
            else plan.Create($"stage {stage.Name}", new HttpCall.CreateStage(stage));
        }
        foreach (var name in existing.Keys.Except(after.Stages.Select(s => s.Name)).Order(StringComparer.Ordinal))
        {
            plan.Delete($"stage {name}", new HttpCall.DeleteStage(name));
        }
    }

    private void Update(StageModel current, StageModel stage)
    {
        var changes = ApiSettings.Differences(current, stage);
        var change = ApiSettings.Change(current, stage);
        if (observed!.StagesWithoutAutoDeploy.Contains(stage.Name))
        {
            changes = [.. changes, new("autoDeploy", "False", "True")];
            change = change with { AutoDeploy = true };
        }
        plan.Update($"stage {stage.Name}", changes, new HttpCall.UpdateStage(stage.Name, change));
    }

    private static string Shape(string key) => Variable().Replace(key, "{}");

    [GeneratedRegex(@"\{[^}+]*")]
    private static partial Regex Variable();
}

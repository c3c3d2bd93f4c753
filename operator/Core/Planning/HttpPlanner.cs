using System.Text.RegularExpressions;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Planning;

/// <summary>Plans an HTTP API. Its stages serve each change at once, so a route keeps its id and its integration wherever it can.</summary>
internal sealed partial class HttpPlanner
{
    private readonly ApiModel before;
    private readonly ApiModel after;
    private readonly ApiModel desired;
    private readonly ObservedApi? observed;
    private readonly ValueList<RouteModel> effective;
    private readonly Dictionary<string, RouteModel> served;
    private readonly PlanBuilder plan = new();

    public HttpPlanner(ApiModel desired, ObservedApi? observed, ValueList<string> heldRoutes)
    {
        this.desired = desired;
        this.observed = observed;
        effective = ApiPlanner.Effective(desired, observed, heldRoutes);
        served = (observed?.Model.Routes ?? []).ToDictionary(r => r.Key, StringComparer.Ordinal);
        after = Equivalence.Normalize(desired);
        before = observed is null ? after with { Routes = [], Stages = [] } : Equivalence.Normalize(observed.Model);
    }

    public Plan Plan()
    {
        PlanApi();
        var gone = Gone();
        var replaced = gone.Where(IsInTheWay).ToList();
        foreach (var key in replaced) DeleteRoute(key);
        PlanRoutes();
        foreach (var key in gone.Except(replaced, StringComparer.Ordinal)) DeleteRoute(key);
        foreach (var id in observed?.OrphanIntegrationIds ?? []) plan.Delete($"unused integration {id}", new HttpCall.DeleteIntegration(id));
        PlanStages();
        return plan.ToPlan();
    }

    private void PlanApi()
    {
        var subject = $"HTTP API {desired.Name}";
        if (observed is null)
        {
            plan.Create(subject, new HttpCall.CreateApi(desired));
            return;
        }
        plan.Update(subject, ApiSettings.Differences(before, after), new HttpCall.UpdateApi(ApiSettings.Change(before, after, desired)));
        ApiSettings.Tags(plan, subject, before.Tags, after.Tags, tags => new HttpCall.TagResource(tags), keys => new HttpCall.UntagResource(keys));
    }

    /// <summary>Keys that AWS serves and nobody wants, those that no manifest could name included.</summary>
    private List<string> Gone()
    {
        var wanted = effective.Select(r => r.Key).ToHashSet(StringComparer.Ordinal);
        return [.. (observed?.RouteIds ?? default).Keys.Where(k => !wanted.Contains(k))];
    }

    /// <summary>Whether a route that comes matches the very requests of this one, under other names of its path variables.</summary>
    private bool IsInTheWay(string key) => effective.Any(r => !served.ContainsKey(r.Key) && Shape(r.Key) == Shape(key));

    private void PlanRoutes()
    {
        foreach (var route in effective)
        {
            var key = new RouteKey(route.Method, route.Path);
            if (served.TryGetValue(route.Key, out var current)) Update(key, current, route);
            else plan.Create(route.Key, new HttpCall.CreateIntegration(key, route.Integration), new HttpCall.CreateRoute(key, route.Authorization));
        }
    }

    private void Update(RouteKey key, RouteModel current, RouteModel wanted)
    {
        var from = Equivalence.Normalize(current, desired.Protocol);
        var to = Equivalence.Normalize(wanted, desired.Protocol);
        if (from != to) plan.Update(wanted.Key, new Differences().Route(from, to).ToValueList(), UpdateCalls(key, from, to, wanted));
    }

    private ValueList<AwsCall> UpdateCalls(RouteKey key, RouteModel from, RouteModel to, RouteModel wanted)
    {
        var route = new HttpCall.UpdateRoute(key, wanted.Authorization);
        if (from.Integration == to.Integration) return [route];
        if (!CanBeUpdated(key.ToString(), from.Integration, to.Integration)) return [new HttpCall.CreateIntegration(key, wanted.Integration), route, .. DeleteIntegration(key.ToString())];
        var removed = ApiSettings.Removed(from.Integration.RequestParameters, to.Integration.RequestParameters);
        var integration = new HttpCall.UpdateIntegration(key, wanted.Integration, removed);
        return from.Authorization == to.Authorization ? [integration] : [integration, route];
    }

    /// <summary>The service that an integration calls is fixed when it is made; and one that several routes share is changed for none.</summary>
    private bool CanBeUpdated(string key, IntegrationModel from, IntegrationModel to) =>
        from.Type == to.Type && from.Subtype == to.Subtype && from.PayloadFormatVersion == to.PayloadFormatVersion && HasItsOwn(key);

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

using DirectRoute.Core.Collections;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Planning;

/// <summary>
/// Plans a REST API by single calls. Its content is a draft until a deployment takes a snapshot, so content may be deleted and put again
/// without anyone noticing; only what a stage points to is served.
/// </summary>
internal sealed class RestPlanner
{
    private readonly ApiModel before;
    private readonly ApiModel after;
    private readonly ApiModel desired;
    private readonly ObservedApi? observed;
    private readonly ValueList<RouteModel> effective;
    private readonly RestResources resources;
    private readonly PlanBuilder plan = new();

    public RestPlanner(ApiModel desired, ObservedApi? observed, ValueList<string> heldRoutes)
    {
        this.desired = observed is null ? desired : desired with { Policy = Equivalence.WithoutOwnArn(desired.Policy, observed.ApiId) };
        this.observed = observed;
        effective = ApiPlanner.Effective(desired, observed, heldRoutes);
        after = Equivalence.Normalize(this.desired);
        before = observed is null ? after with { Routes = [], Stages = [] } : Equivalence.Normalize(observed.Model);
        resources = new RestResources(observed, effective);
    }

    public Plan Plan()
    {
        PlanApi();
        foreach (var path in resources.Blocking) DeleteResource(path);
        foreach (var path in resources.Missing) plan.Create($"resource {path}", new RestCall.CreateResource(path));
        PlanRoutes();
        foreach (var path in resources.Surplus) DeleteResource(path);
        new RestStages(plan, desired, observed, effective).PlanStages();
        return plan.ToPlan();
    }

    private void PlanApi()
    {
        var subject = $"REST API {desired.Name}";
        if (observed is null)
        {
            plan.Create(subject, new RestCall.CreateRestApi(desired));
            return;
        }
        plan.Update(subject, ApiSettings.Differences(before, after), new RestCall.UpdateRestApi(ApiSettings.Change(before, after, desired)));
        ApiSettings.Tags(plan, subject, before.Tags, after.Tags, tags => new RestCall.TagResource(tags), keys => new RestCall.UntagResource(keys));
    }

    private void PlanRoutes()
    {
        var served = (observed?.Model.Routes ?? []).ToDictionary(r => r.Key, StringComparer.Ordinal);
        foreach (var route in effective)
        {
            if (!served.TryGetValue(route.Key, out var current)) plan.Create(route.Key, RestRoute.Create(route));
            else Update(current, route);
        }
        var wanted = effective.Select(r => r.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var route in ApiPlanner.Ordered(served.Values))
        {
            if (wanted.Contains(route.Key) || resources.Goes(route.Path)) continue;
            plan.Delete(route.Key, new RestCall.DeleteMethod(new(route.Method, route.Path)));
        }
    }

    private void Update(RouteModel current, RouteModel wanted)
    {
        var from = Equivalence.Normalize(current, desired.Protocol);
        var to = Equivalence.Normalize(wanted, desired.Protocol);
        if (from != to) plan.Update(wanted.Key, new Differences().Route(from, to).ToValueList(), RestRoute.Update(from, to, wanted));
    }

    /// <summary>The methods of a resource go with it, in the same call.</summary>
    private void DeleteResource(string path)
    {
        var keys = ApiPlanner.Ordered(observed!.Model.Routes.Where(r => r.Path == path)).Select(r => r.Key).ToList();
        plan.Delete(keys.Count == 0 ? $"resource {path}" : string.Join(", ", keys), new RestCall.DeleteResource(path));
    }
}

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
    private readonly ApiModel wanted;
    private readonly ObservedApi? observed;
    private readonly RestResources resources;
    private readonly PlanBuilder plan = new();
    private readonly RestParts parts;

    public RestPlanner(ApiModel desired, ObservedApi? observed, ValueList<string> heldRoutes)
    {
        parts = new RestParts(plan);
        wanted = ApiPlanner.Effective(desired, observed, heldRoutes);
        if (observed is not null) wanted = wanted with { Policy = Equivalence.WithoutOwnArn(wanted.Policy, observed.ApiId) };
        after = Equivalence.Normalize(wanted);
        if (observed is null) plan.Create(Subject, new RestCall.CreateRestApi(wanted));
        this.observed = observed is null ? null : parts.MakeWay(observed, wanted);
        before = this.observed is null ? after.WithoutContent() : Equivalence.Normalize(this.observed.Model);
        resources = new RestResources(observed, wanted.Routes);
    }

    private string Subject => $"REST API {wanted.Name}";

    public Plan Plan()
    {
        PlanApi();
        parts.Needed(before, after, wanted);
        foreach (var path in resources.Blocking) DeleteResource(path);
        foreach (var path in resources.Missing) plan.Create($"resource {path}", new RestCall.CreateResource(path));
        PlanRoutes();
        foreach (var path in resources.Surplus) DeleteResource(path);
        parts.Surplus(before, after, wanted);
        new RestStages(plan, wanted, observed).PlanStages();
        return plan.ToPlan();
    }

    private void PlanApi()
    {
        if (observed is null) return;
        plan.Update(Subject, ApiSettings.Differences(before, after), new RestCall.UpdateRestApi(ApiSettings.Change(before, after, wanted)));
        ApiSettings.Tags(plan, Subject, before.Tags, after.Tags, tags => new RestCall.TagResource(tags), keys => new RestCall.UntagResource(keys));
    }

    private void PlanRoutes()
    {
        var served = (observed?.Model.Routes ?? []).ToDictionary(r => r.Key, StringComparer.Ordinal);
        foreach (var route in wanted.Routes)
        {
            if (!served.TryGetValue(route.Key, out var current)) plan.Create(route.Key, RestRoute.Create(route));
            else Update(current, route);
        }
        var keys = wanted.Routes.Select(r => r.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var route in ApiPlanner.Ordered(served.Values))
        {
            if (keys.Contains(route.Key) || resources.Goes(route.Path)) continue;
            plan.Delete(route.Key, new RestCall.DeleteMethod(new(route.Method, route.Path)));
        }
    }

    private void Update(RouteModel current, RouteModel route)
    {
        var from = Equivalence.Normalize(current, wanted.Protocol);
        var to = Equivalence.Normalize(route, wanted.Protocol);
        if (from != to) plan.Update(route.Key, new Differences().Route(from, to).ToValueList(), RestRoute.Update(from, to, route));
    }

    /// <summary>The methods of a resource go with it, in the same call.</summary>
    private void DeleteResource(string path)
    {
        var keys = ApiPlanner.Ordered(observed!.Model.Routes.Where(r => r.Path == path)).Select(r => r.Key).ToList();
        plan.Delete(keys.Count == 0 ? $"resource {path}" : string.Join(", ", keys), new RestCall.DeleteResource(path));
    }
}

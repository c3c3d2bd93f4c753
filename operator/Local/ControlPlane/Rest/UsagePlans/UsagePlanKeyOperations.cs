using DirectRoute.Local.Protocol;
using DirectRoute.Local.State;

namespace DirectRoute.Local.ControlPlane.Rest.UsagePlans;

/// <summary>Operations on the keys of usage plans.</summary>
internal static class UsagePlanKeyOperations
{
    private const string KeyType = "API_KEY";

    public static Answer Create(OperationCall call) => (
        from request in call.Read(UsagePlanJson.Default.CreateUsagePlanKey)
        from plan in call.UsagePlan()
        from key in call.Region.ApiKeys.ById.GetValueOrDefault(request.KeyId ?? "").Or(Answer.NotFound("Invalid API Key identifier specified"))
        from free in key.Unless(Refusal(call.Region, request, plan, key))
        select Add(call, plan, free)).Answer(201, UsagePlanJson.Default.UsagePlanKey);

    public static Answer Get(OperationCall call) => (
        from plan in call.UsagePlan()
        from key in call.KeyOf(plan)
        select Shown(key)).Answer(200, UsagePlanJson.Default.UsagePlanKey);

    public static Answer List(OperationCall call) => (
        from plan in call.UsagePlan()
        let name = call.Query["name"].ToString()
        let keys = plan.Keys.Keys.Select(id => call.Region.ApiKeys.ById[id]).Where(k => (k.Name ?? "").StartsWith(name, StringComparison.Ordinal))
        select Paging.Page(keys.Select(Shown), call.Query)).Answer(200, UsagePlanJson.Default.UsagePlanKeys);

    public static Answer Delete(OperationCall call) => (
        from plan in call.UsagePlan()
        from key in call.KeyOf(plan)
        select Remove(call, plan, key)).Answer(202);

    /// <summary>AWS's reference: a key opens a stage by one plan only. The words are not recorded.</summary>
    private static Answer? Refusal(RegionState region, CreateUsagePlanKey request, UsagePlanState plan, ApiKey key)
    {
        if (request.KeyType != KeyType) return Answer.BadRequest($"Invalid key type specified. Valid option is {KeyType}");
        if (plan.Keys.ContainsKey(key.Id!)) return Answer.Conflict($"Usage Plan {plan.Plan.Id} has API key {key.Id} already");
        var other = region.UsagePlans.Values.FirstOrDefault(p => p.Keys.ContainsKey(key.Id!) && p.Plan.ApiStages!.Any(s => plan.StageOf(s.ApiId!, s.Stage!) is not null));
        return other is null ? null : Answer.Conflict($"API key {key.Id} is in usage plan {other.Plan.Id}, which has a stage in common with this one");
    }

    private static UsagePlanKey Add(OperationCall call, UsagePlanState plan, ApiKey key)
    {
        call.Keep(plan with { Keys = plan.Keys.Add(key.Id!, call.Now) });
        return Shown(key);
    }

    private static UsagePlanState Remove(OperationCall call, UsagePlanState plan, ApiKey key)
    {
        call.Region.Usage.Forget(plan.Plan.Id!, key.Id);
        return call.Keep(plan with { Keys = plan.Keys.Remove(key.Id!) });
    }

    private static UsagePlanKey Shown(ApiKey key) => new(key.Id, KeyType, key.Value, key.Name);
}

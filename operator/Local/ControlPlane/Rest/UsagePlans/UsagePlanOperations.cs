using DirectRoute.Local.Protocol;
using DirectRoute.Local.State;

namespace DirectRoute.Local.ControlPlane.Rest.UsagePlans;

/// <summary>Operations on usage plans.</summary>
internal static class UsagePlanOperations
{
    public static Answer Create(OperationCall call) => (
        from request in call.Read(UsagePlanJson.Default.UsagePlan)
        from plan in UsagePlanRules.Check(New(request), call.Region)
        select call.Keep(new UsagePlanState(plan)).Plan).Answer(201, UsagePlanJson.Default.UsagePlan);

    public static Answer Get(OperationCall call) => call.UsagePlan().Select(p => Whole(p.Plan)).Answer(200, UsagePlanJson.Default.UsagePlan);

    public static Answer List(OperationCall call)
    {
        var keyId = call.Query["keyId"].ToString();
        var plans = call.Region.UsagePlans.Values.Where(p => keyId.Length == 0 || p.Keys.ContainsKey(keyId)).Select(p => p.Plan);
        return Answer.Json(200, Paging.Page(plans, call.Query), UsagePlanJson.Default.UsagePlans);
    }

    public static Answer Update(OperationCall call) => (
        from patch in call.Read(RestJson.Default.PatchRequest)
        from before in call.UsagePlan()
        from operations in patch.Operations("updateUsagePlanInput")
        from changed in UsagePlanPatch.Apply(before.Plan, operations)
        from plan in UsagePlanRules.Check(changed, call.Region)
        select Whole(call.Keep(before with { Plan = plan }).Plan)).Answer(200, UsagePlanJson.Default.UsagePlan);

    /// <summary>AWS asks for the stages to be taken away first; the words are not recorded.</summary>
    public static Answer Delete(OperationCall call) => (
        from found in call.UsagePlan()
        from plan in found.Unless(found.Plan.ApiStages is { Count: > 0 }
            ? Answer.BadRequest($"Cannot delete usage plan {found.Plan.Id}: remove its API stages first") : null)
        select Remove(call.Region, plan)).Answer(202);

    /// <summary>Recorded on AWS: stages are shown even where there are none, tags only where there are some, and a quota begins with an offset of 0.</summary>
    private static UsagePlan New(UsagePlan request) => request with
    {
        Id = Ids.Part(),
        ApiStages = request.ApiStages ?? [],
        Quota = request.Quota is { } quota ? quota with { Offset = quota.Offset ?? 0 } : null,
        ProductCode = null, // only a patch sets it
        Tags = RestMaps<string>.NullIfEmpty(request.Tags),
    };

    private static UsagePlan Whole(UsagePlan plan) => plan with { Tags = plan.Tags ?? RestMaps<string>.Empty };

    private static UsagePlanState Remove(RegionState region, UsagePlanState plan)
    {
        region.UsagePlans = region.UsagePlans.Remove(plan.Plan.Id!);
        region.Usage.Forget(plan.Plan.Id!);
        return plan;
    }
}

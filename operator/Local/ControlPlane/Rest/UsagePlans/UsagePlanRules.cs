using DirectRoute.Local.Protocol;
using DirectRoute.Local.State;

namespace DirectRoute.Local.ControlPlane.Rest.UsagePlans;

/// <summary>What AWS refuses of a usage plan. The words are not recorded; that a burst may be above the rate is.</summary>
internal static class UsagePlanRules
{
    public static Outcome<UsagePlan> Check(UsagePlan plan, RegionState region) => plan.Unless(Refusal(plan, region));

    private static Answer? Refusal(UsagePlan plan, RegionState region)
    {
        if (string.IsNullOrEmpty(plan.Name)) return Answer.BadRequest("Usage plan name cannot be blank");
        if (ThrottleRefusal(plan.Throttle) is { } wrong) return wrong;
        return QuotaRefusal(plan.Quota) ?? plan.ApiStages!.Select(s => StageRefusal(plan, s, region)).FirstOrDefault(r => r is not null);
    }

    private static Answer? StageRefusal(UsagePlan plan, PlannedStage stage, RegionState region)
    {
        if (!region.RestApis.TryGetValue(stage.ApiId ?? "", out var api) || !api.Stages.ContainsKey(stage.Stage ?? ""))
            return Answer.NotFound($"Invalid API Stage {{api: {stage.ApiId}, stage: {stage.Stage}}} specified for usageplan {plan.Id}");
        return stage.Throttle?.Values.Select(ThrottleRefusal).FirstOrDefault(r => r is not null);
    }

    private static Answer? ThrottleRefusal(ThrottleSettings? throttle) => throttle switch
    {
        { BurstLimit: < 0 } => Answer.BadRequest("Usage Plan throttle burst limit must not be negative"),
        { RateLimit: < 0 } => Answer.BadRequest("Usage Plan throttle rate limit must not be negative"),
        _ => null,
    };

    private static Answer? QuotaRefusal(QuotaSettings? quota) => quota switch
    {
        null => null,
        { Limit: null or <= 0 } => Answer.BadRequest("Usage Plan quota must have a limit that is greater than zero"),
        { Period: not ("DAY" or "WEEK" or "MONTH") } => Answer.BadRequest("Usage Plan quota must have a period of DAY, WEEK or MONTH"),
        { Offset: < 0 } => Answer.BadRequest("Usage Plan quota offset must not be negative"),
        { Offset: { } offset, Limit: { } limit } when offset > limit => Answer.BadRequest("Usage Plan quota offset must not be above its limit"),
        _ => null,
    };
}

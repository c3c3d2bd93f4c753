using DirectRoute.Local.Protocol;
using DirectRoute.Local.State;

namespace DirectRoute.Local.ControlPlane.Rest.UsagePlans;

/// <summary>Finds and replaces what a call's path names. The words are not recorded.</summary>
internal static class UsagePlanAccess
{
    public static Outcome<ApiKey> ApiKey(this OperationCall call, string variable) =>
        call.Region.ApiKeys.ById.GetValueOrDefault(call.Path[variable]).Or(Answer.NotFound("Invalid API Key identifier specified"));

    public static Outcome<UsagePlanState> UsagePlan(this OperationCall call) =>
        call.Region.UsagePlans.GetValueOrDefault(call.Path["usageplanId"]).Or(Answer.NotFound("Invalid Usage Plan ID specified"));

    /// <summary>A key that is in the plan.</summary>
    public static Outcome<ApiKey> KeyOf(this OperationCall call, UsagePlanState plan) =>
        from key in call.ApiKey("keyId")
        from member in key.Unless(plan.Keys.ContainsKey(key.Id!) ? null : Answer.NotFound("Invalid API Key identifier specified"))
        select member;

    public static UsagePlanState Keep(this OperationCall call, UsagePlanState plan)
    {
        call.Region.UsagePlans = call.Region.UsagePlans.SetItem(plan.Plan.Id!, plan);
        return plan;
    }
}

using System.Collections.Immutable;
using System.Globalization;
using DirectRoute.Local.ControlPlane.Patching;
using DirectRoute.Local.Protocol;
using DirectRoute.Local.State;

namespace DirectRoute.Local.ControlPlane.Rest.UsagePlans;

/// <summary>Operations on how much keys were used. Nothing of them is recorded: rules are the reference's.</summary>
internal static class UsageOperations
{
    private const string DayFormat = "yyyy-MM-dd";
    private const int MaxDays = 90;

    public static Answer Get(OperationCall call) => (
        from plan in call.UsagePlan()
        from start in Day(call, "startDate")
        from end in Day(call, "endDate")
        from last in end.Unless(end < start || end.DayNumber - start.DayNumber >= MaxDays ? Answer.BadRequest($"Usage can be read for 1 to {MaxDays} days, from startDate to endDate") : null)
        select Shown(call.Region, plan, call.Query["keyId"], start, last)).Answer(200, UsagePlanJson.Default.Usage);

    /// <summary>Its only path is <c>/remaining</c>: how many requests the key is given for the rest of the period.</summary>
    public static Answer Update(OperationCall call) => (
        from patch in call.Read(RestJson.Default.PatchRequest)
        from plan in call.UsagePlan()
        from key in call.KeyOf(plan)
        from operations in patch.Operations("updateUsageInput")
        from requests in Remaining(plan, operations)
        select Grant(call, plan, key, requests)).Answer(200, UsagePlanJson.Default.Usage);

    private static Outcome<long> Remaining(UsagePlanState plan, IReadOnlyList<PatchOperation> operations)
    {
        if (plan.Plan.Quota is null) return Answer.BadRequest($"Usage plan {plan.Plan.Id} has no quota");
        if (operations is not [{ Op: "replace", Path: "/remaining", Value: var value }]) return Answer.BadRequest("Invalid patch operation specified. Must be one replace of /remaining");
        return long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var requests) && requests <= int.MaxValue
            ? requests : Answer.BadRequest($"Invalid value for /remaining: {value}");
    }

    private static Usage Grant(OperationCall call, UsagePlanState plan, ApiKey key, long requests)
    {
        call.Region.Usage.Grant(plan, key.Id!, requests, call.Now);
        var today = UsageMeter.DayOf(call.Now);
        return Shown(call.Region, plan, key.Id, today, today);
    }

    private static Usage Shown(RegionState region, UsagePlanState plan, string? keyId, DateOnly start, DateOnly end) => new()
    {
        UsagePlanId = plan.Plan.Id,
        StartDate = start.ToString(DayFormat, CultureInfo.InvariantCulture),
        EndDate = end.ToString(DayFormat, CultureInfo.InvariantCulture),
        Values = plan.Keys.Keys.Where(k => string.IsNullOrEmpty(keyId) || k == keyId)
            .ToImmutableSortedDictionary(k => k, k => Days(region, plan, k, start, end), StringComparer.Ordinal),
    };

    private static IReadOnlyList<IReadOnlyList<long>> Days(RegionState region, UsagePlanState plan, string keyId, DateOnly start, DateOnly end) =>
    [
        .. Enumerable.Range(0, end.DayNumber - start.DayNumber + 1).Select(start.AddDays).Select(day => region.Usage.On(plan, keyId, day)).Select(d => (long[])[d.Used, d.Left]),
    ];

    private static Outcome<DateOnly> Day(OperationCall call, string name) =>
        DateOnly.TryParseExact(call.Query[name], DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day : Answer.BadRequest($"Invalid {name} specified: it must be in the form {DayFormat}");
}

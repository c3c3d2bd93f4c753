using DirectRoute.Local.ControlPlane.Rest.UsagePlans;

namespace DirectRoute.Local.State;

/// <summary>How often keys were used in usage plans, and how often they still may be. It is safe to use from many threads.</summary>
internal sealed class UsageMeter
{
    /// <summary>Of so many days is use remembered; AWS shows no more.</summary>
    private const int RememberedDays = 90;
    private readonly Lock gate = new();
    private readonly Dictionary<(string Plan, string Key), Use> uses = [];

    /// <summary>Counts a request, unless the quota has none left; then nothing is counted.</summary>
    public bool TryCount(UsagePlanState plan, string keyId, DateTimeOffset now)
    {
        lock (gate)
        {
            var (use, day) = (UseOf(plan.Plan.Id!, keyId), DayOf(now));
            if (use.Left(plan, keyId, day) <= 0) return false;
            use.Days[day] = use.Days.GetValueOrDefault(day) + 1;
            if (use.Days.Count > RememberedDays) use.Days.Remove(use.Days.Keys[0]);
            return true;
        }
    }

    /// <summary>Of a day: how many requests were made, and how many the quota left at its end; -1 without a quota.</summary>
    public (long Used, long Left) On(UsagePlanState plan, string keyId, DateOnly day)
    {
        lock (gate)
        {
            if (!uses.TryGetValue((plan.Plan.Id!, keyId), out var use)) use = new();
            return (use.Days.GetValueOrDefault(day), plan.Plan.Quota is null ? -1 : use.Left(plan, keyId, day));
        }
    }

    /// <summary>Gives a key so many requests for the rest of the quota's period.</summary>
    public void Grant(UsagePlanState plan, string keyId, long requests, DateTimeOffset now)
    {
        lock (gate)
        {
            var (use, day) = (UseOf(plan.Plan.Id!, keyId), DayOf(now));
            var start = QuotaPeriod.Start(plan.Plan.Quota, day);
            use.Grant = (start, use.GrantIn(start) + requests - use.Left(plan, keyId, day));
        }
    }

    /// <summary>Forgets a key of a plan, or all of them.</summary>
    public void Forget(string planId, string? keyId = null)
    {
        lock (gate)
        {
            foreach (var key in uses.Keys.Where(u => u.Plan == planId && (keyId is null || u.Key == keyId)).ToList()) uses.Remove(key);
        }
    }

    public static DateOnly DayOf(DateTimeOffset time) => DateOnly.FromDateTime(time.UtcDateTime);

    private Use UseOf(string planId, string keyId)
    {
        if (!uses.TryGetValue((planId, keyId), out var use)) uses[(planId, keyId)] = use = new();
        return use;
    }

    /// <summary>Of one key in one plan.</summary>
    private sealed class Use
    {
        public SortedList<DateOnly, long> Days { get; } = [];

        /// <summary>What the quota was changed by in the period that begins on this day.</summary>
        public (DateOnly Start, long Requests) Grant { get; set; }

        public long GrantIn(DateOnly start) => Grant.Start == start ? Grant.Requests : 0;

        /// <summary>What is left at the end of a day; without a quota there is no end.</summary>
        public long Left(UsagePlanState plan, string keyId, DateOnly day)
        {
            if (plan.Plan.Quota is not { Limit: { } limit } quota) return long.MaxValue;
            var start = QuotaPeriod.Start(quota, day);
            var isFirst = plan.Keys.TryGetValue(keyId, out var added) && QuotaPeriod.Start(quota, DayOf(added)) == start;
            return limit - (isFirst ? quota.Offset ?? 0 : 0) + GrantIn(start) - Days.Where(d => d.Key >= start && d.Key <= day).Sum(d => d.Value);
        }
    }
}

/// <summary>The periods of quotas.</summary>
internal static class QuotaPeriod
{
    /// <summary>The first day of the period that a day is in. AWS's reference does not say when a week begins; its console once said Sunday.</summary>
    public static DateOnly Start(QuotaSettings? quota, DateOnly day) => quota?.Period switch
    {
        "WEEK" => day.AddDays(-(int)day.DayOfWeek),
        "MONTH" => new(day.Year, day.Month, 1),
        _ => day,
    };
}

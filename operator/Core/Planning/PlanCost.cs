using DirectRoute.Core.Collections;

namespace DirectRoute.Core.Planning;

/// <summary>What calls cost.</summary>
public sealed record PlanCost
{
    /// <summary>How many calls there are.</summary>
    public required int Calls { get; init; }

    /// <summary>How many of each operation, by AWS's own names.</summary>
    public required ValueMap<int> Operations { get; init; }

    /// <summary>The quota of API Gateway that is used most: an operation's name, or <see cref="AllCalls"/>; null when none is used.</summary>
    public string? Quota { get; init; }

    /// <summary>For how long that quota is used up. IAM publishes no quota: its calls are not counted.</summary>
    public TimeSpan QuotaTime { get; init; }

    /// <summary>The name of the quota that all calls to API Gateway share.</summary>
    public const string AllCalls = "all calls";

    /// <summary>What a plan costs.</summary>
    public static PlanCost Of(Plan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return Of(plan.Steps.SelectMany(s => s.Calls));
    }

    /// <summary>What a step costs.</summary>
    public static PlanCost Of(PlanStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        return Of(step.Calls);
    }

    private static PlanCost Of(IEnumerable<AwsCall> calls)
    {
        var made = calls.ToList();
        var used = UsesOf([.. made.Where(c => c is not RoleCall)]).OrderByDescending(u => u.Time).FirstOrDefault();
        return new()
        {
            Calls = made.Count,
            Operations = made.GroupBy(c => c.Operation, StringComparer.Ordinal).Select(g => KeyValuePair.Create(g.Key, g.Count())).ToValueMap(),
            Quota = used.Name,
            QuotaTime = used.Time,
        };
    }

    /// <summary>In ordinal order of name, so that of equal ones always the same is named; the shared one first.</summary>
    private static IEnumerable<(string Name, TimeSpan Time)> UsesOf(List<AwsCall> calls)
    {
        if (calls.Count == 0) yield break;
        yield return (AllCalls, TimeSpan.FromSeconds(1) * calls.Count / Quotas.TotalPerSecond);
        foreach (var group in calls.GroupBy(Quotas.NameOf, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            if (Quotas.Operations.TryGetValue(group.Key, out var quota)) yield return (group.Key, quota.Per * group.Count() / quota.Calls);
        }
    }
}

using System.Collections.Immutable;

namespace DirectRoute.Local.ControlPlane.Rest.UsagePlans;

// Usage plans, member by member as in API Gateway's service model.

/// <summary>UsagePlan, and the body of CreateUsagePlan.</summary>
internal sealed record UsagePlan
{
    public string? Id { get; init; }
    public string? Name { get; init; }
    public string? Description { get; init; }
    public IReadOnlyList<PlannedStage>? ApiStages { get; init; }
    public ThrottleSettings? Throttle { get; init; }
    public QuotaSettings? Quota { get; init; }
    public string? ProductCode { get; init; }
    public ImmutableSortedDictionary<string, string>? Tags { get; init; }
}

/// <summary>ApiStage: a stage that the keys of a plan open.</summary>
internal sealed record PlannedStage
{
    public string? ApiId { get; init; }
    public string? Stage { get; init; }

    /// <summary>By <c>{path}/{METHOD}</c>, such as <c>/orders/GET</c>: for each key, instead of the plan's.</summary>
    public ImmutableSortedDictionary<string, ThrottleSettings>? Throttle { get; init; }
}

/// <summary>ThrottleSettings: of each key by itself.</summary>
internal sealed record ThrottleSettings
{
    /// <summary>Requests at once.</summary>
    public int? BurstLimit { get; init; }

    /// <summary>Requests a second.</summary>
    public double? RateLimit { get; init; }
}

/// <summary>QuotaSettings: of each key by itself.</summary>
internal sealed record QuotaSettings
{
    /// <summary>Requests a period.</summary>
    public int? Limit { get; init; }

    /// <summary>Requests fewer in the period in which a key comes to the plan.</summary>
    public int? Offset { get; init; }

    /// <summary>DAY, WEEK or MONTH: of the calendar, in UTC; a week begins on Sunday.</summary>
    public string? Period { get; init; }
}

/// <summary>UsagePlanKey.</summary>
internal sealed record UsagePlanKey(string? Id, string? Type, string? Value, string? Name);

/// <summary>The body of CreateUsagePlanKey.</summary>
internal sealed record CreateUsagePlanKey(string? KeyId, string? KeyType);

/// <summary>Usage; the wire's member is <c>values</c>, whatever SDKs call it: for each key, for each day, how many requests were made and how many were left.</summary>
internal sealed record Usage
{
    public string? UsagePlanId { get; init; }
    public string? StartDate { get; init; }
    public string? EndDate { get; init; }
    public string? Position { get; init; }
    public ImmutableSortedDictionary<string, IReadOnlyList<IReadOnlyList<long>>>? Values { get; init; }
}

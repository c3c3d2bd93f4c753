namespace DirectRoute.Local.Quotas;

/// <summary>The quotas of one account in one region. Its owner holds a lock.</summary>
internal sealed class RegionQuotas
{
    private readonly Dictionary<string, Bucket> buckets = new(StringComparer.Ordinal);
    private Bucket? total;

    /// <summary>Counts a call: null when it may be made, otherwise how long until it may. A refused call costs nothing.</summary>
    public TimeSpan? Refusal(string operation, DateTimeOffset now)
    {
        total ??= new(AwsQuotas.Total, now);
        var own = Own(operation, now);
        var wait = total.Wait(now);
        if (own?.Wait(now) is { } ownWait && ownWait > wait) wait = ownWait;
        if (wait > TimeSpan.Zero) return wait;
        total.Take();
        own?.Take();
        return null;
    }

    private Bucket? Own(string operation, DateTimeOffset now)
    {
        if (!AwsQuotas.Operations.TryGetValue(operation, out var quota)) return null;
        if (!buckets.TryGetValue(operation, out var bucket)) buckets[operation] = bucket = new(quota, now);
        return bucket;
    }
}

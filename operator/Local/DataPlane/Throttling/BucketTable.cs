using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace DirectRoute.Local.DataPlane.Throttling;

/// <summary>What is left of limits, for each who uses them.</summary>
internal sealed class BucketTable
{
    /// <summary>From so many users of one limit on, those are forgotten who have used nothing lately.</summary>
    private const int Crowd = 10_000;

    // Buckets go with the settings that they belong to: of what the control plane deletes or changes nothing is left.
    private readonly ConditionalWeakTable<object, ConcurrentDictionary<string, TokenBucket>> limits = [];

    /// <summary>Counts a request of a user; false when it is one too many.</summary>
    public bool TryTake(ThrottleLimit limit, string user, TimeSpan at)
    {
        var buckets = limits.GetValue(limit.Settings, static _ => new(StringComparer.Ordinal));
        if (!buckets.TryGetValue(user, out var bucket)) bucket = Add(buckets, limit, user, at);
        return bucket.TryTake(at);
    }

    private static TokenBucket Add(ConcurrentDictionary<string, TokenBucket> buckets, ThrottleLimit limit, string user, TimeSpan at)
    {
        if (buckets.Count >= Crowd)
        {
            foreach (var (name, bucket) in buckets)
            {
                if (bucket.IsFull(at)) buckets.TryRemove(name, out _);
            }
        }
        return buckets.GetOrAdd(user, new TokenBucket(limit.Rate, limit.Burst, at));
    }
}

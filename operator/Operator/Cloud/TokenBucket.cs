namespace DirectRoute.Operator.Cloud;

/// <summary>
/// A token bucket that is reserved from: a caller takes its token at once, and is told how long to wait until it is really there.
/// Callers are so served in the order in which they came.
/// </summary>
/// <param name="perSecond">How many tokens come in a second.</param>
/// <param name="capacity">How many tokens are kept while nobody asks.</param>
/// <param name="time">The clock.</param>
internal sealed class TokenBucket(double perSecond, double capacity, TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly double capacity = capacity;
    private double tokens = capacity;
    private DateTimeOffset counted = time.GetUtcNow();

    /// <summary>Takes a token, and gives the time to wait before it may be used.</summary>
    public TimeSpan Reserve()
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            Refill(now);
            tokens--;
            var missing = tokens >= 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(-tokens / perSecond);
            return missing + (counted > now ? counted - now : TimeSpan.Zero);
        }
    }

    /// <summary>Gives nothing until a wait is over: AWS said that the bucket is emptier than we thought.</summary>
    public void Drain(TimeSpan wait)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            Refill(now);
            tokens = Math.Min(tokens, 0);
            if (now + wait > counted) counted = now + wait;
        }
    }

    // A bucket that is drained counts from the end of the drought.
    private void Refill(DateTimeOffset now)
    {
        if (now <= counted) return;
        tokens = Math.Min(capacity, tokens + (now - counted).TotalSeconds * perSecond);
        counted = now;
    }
}

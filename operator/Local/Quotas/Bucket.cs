namespace DirectRoute.Local.Quotas;

/// <summary>A bucket of tokens that fills by time: a call takes one, or is told when there will be one. Its owner holds a lock.</summary>
internal sealed class Bucket(Quota quota, DateTimeOffset now)
{
    private double tokens = quota.Burst;
    private DateTimeOffset filledAt = now;

    /// <summary>How long until there is a token; zero when there is one.</summary>
    public TimeSpan Wait(DateTimeOffset at)
    {
        tokens = Math.Min(quota.Burst, tokens + (Math.Max(0, (at - filledAt).TotalSeconds) * quota.PerSecond));
        filledAt = at;
        return tokens >= 1 ? TimeSpan.Zero : TimeSpan.FromSeconds((1 - tokens) / quota.PerSecond);
    }

    /// <summary>Takes a token that is there.</summary>
    public void Take() => tokens--;
}

namespace DirectRoute.Kubernetes.Runtime;

/// <summary>Lets <paramref name="burst"/> things pass at once and <paramref name="perSecond"/> a second in the long run. Not thread-safe: its owner locks.</summary>
internal sealed class TokenBucket(double perSecond, int burst, TimeProvider time)
{
    private double tokens = burst;
    private long filledAt = time.GetTimestamp();

    /// <summary>Whether it is full, hence as good as new.</summary>
    public bool IsFull
    {
        get
        {
            Fill();
            return tokens >= burst;
        }
    }

    /// <summary>Takes a token if there is one.</summary>
    public bool TryTake()
    {
        Fill();
        if (tokens < 1) return false;
        tokens--;
        return true;
    }

    /// <summary>Takes a token in advance and tells how long to wait until it is there.</summary>
    public TimeSpan Reserve()
    {
        Fill();
        tokens--;
        return tokens >= 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(-tokens / perSecond);
    }

    private void Fill()
    {
        var now = time.GetTimestamp();
        tokens = Math.Min(burst, tokens + time.GetElapsedTime(filledAt, now).TotalSeconds * perSecond);
        filledAt = now;
    }
}

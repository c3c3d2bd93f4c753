namespace DirectRoute.Local.DataPlane.Throttling;

/// <summary>
/// A bucket of tokens that fills by time; a request takes one. It is safe to use from many threads, and none waits for another: the whole state is the time at
/// which the bucket will be full again.
/// </summary>
/// <param name="rate">Tokens a second. At zero nothing passes.</param>
/// <param name="burst">How many tokens it holds. At zero nothing passes.</param>
/// <param name="start">When it is full.</param>
internal sealed class TokenBucket(double rate, int burst, TimeSpan start)
{
    /// <summary>What rounding may cost, in tokens.</summary>
    private const double Tolerance = 1e-3;

    // Seconds since the start.
    private double fullAt;

    /// <summary>Takes a token; false when there is none.</summary>
    public bool TryTake(TimeSpan at)
    {
        if (rate <= 0 || burst <= 0) return false;
        var now = (at - start).TotalSeconds;
        for (var seen = Volatile.Read(ref fullAt); ;)
        {
            var next = Math.Max(now, seen) + (1 / rate);
            if (next - now > (burst + Tolerance) / rate) return false;
            var before = Interlocked.CompareExchange(ref fullAt, next, seen);
            if (before.Equals(seen)) return true;
            seen = before;
        }
    }

    /// <summary>Whether it is as good as new.</summary>
    public bool IsFull(TimeSpan at) => Volatile.Read(ref fullAt) <= (at - start).TotalSeconds;
}

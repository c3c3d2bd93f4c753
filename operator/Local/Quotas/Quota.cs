namespace DirectRoute.Local.Quotas;

/// <summary>A quota: so many calls in so long, and so many at once after a pause.</summary>
internal sealed record Quota(double PerSecond, int Burst)
{
    /// <summary>One call in so many seconds.</summary>
    public static Quota Every(int seconds) => new(1.0 / seconds, 1);
}

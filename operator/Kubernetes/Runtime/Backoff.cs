namespace DirectRoute.Kubernetes.Runtime;

/// <summary>
/// How long to wait after failures in a row: from <see cref="Initial"/>, <see cref="Factor"/> times longer with each, up to <see cref="Maximum"/>;
/// shortened at random by up to half, so that those who failed together do not come back together.
/// </summary>
public sealed record Backoff
{
    /// <summary>The longest wait after the first failure; default 500 ms.</summary>
    public TimeSpan Initial { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The longest wait of all; default 5 minutes.</summary>
    public TimeSpan Maximum { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How much longer each wait is than the one before; default 2.</summary>
    public double Factor { get; init; } = 2;

    /// <summary>The wait after the <paramref name="failures"/>-th failure in a row, counted from 1.</summary>
    public TimeSpan Delay(int failures, Random random)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(failures, 1);
        ArgumentNullException.ThrowIfNull(random);
        var grown = Initial.TotalSeconds * Math.Pow(Factor, failures - 1);
        var longest = Math.Min(grown, Maximum.TotalSeconds);
        return TimeSpan.FromSeconds(longest * (0.5 + 0.5 * random.NextDouble()));
    }
}

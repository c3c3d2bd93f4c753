namespace DirectRoute.Operator.Cloud;

/// <summary>How patient the operator is with AWS.</summary>
internal sealed record CloudOptions
{
    /// <summary>How long one call may take.</summary>
    public TimeSpan CallTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long nothing of the kind is called after a throttled call that names no time.</summary>
    public TimeSpan ThrottledPause { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>After how long clients that nobody asks for are given up.</summary>
    public TimeSpan ClientsUnused { get; init; } = TimeSpan.FromHours(1);
}

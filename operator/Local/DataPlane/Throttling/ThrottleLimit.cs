namespace DirectRoute.Local.DataPlane.Throttling;

/// <summary>How often something may be asked for.</summary>
/// <param name="Settings">The settings that say so. What is left of the limit is remembered as long as they live; new settings begin anew.</param>
/// <param name="Rate">Requests a second.</param>
/// <param name="Burst">Requests at once.</param>
internal readonly record struct ThrottleLimit(object Settings, double Rate, int Burst)
{
    /// <summary>What AWS allows an account in a region, and what settings have that say nothing else.</summary>
    public static ThrottleLimit Account { get; } = new(new(), 10_000, 5_000);
}

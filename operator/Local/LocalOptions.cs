namespace DirectRoute.Local;

/// <summary>What a local gateway is to be like.</summary>
public sealed record LocalOptions
{
    /// <summary>The port on the loopback interface; 0 takes a free one. Default: 4599.</summary>
    public int Port { get; init; } = 4599;

    /// <summary>The account of callers whose credentials say no other: twelve digits.</summary>
    public string AccountId { get; init; } = "123456789012";

    /// <summary>The clock; a simulated one makes quotas testable without waiting.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}

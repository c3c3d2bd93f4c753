namespace DirectRoute.Local;

/// <summary>How much of the gateway one client may take: whoever is stuck, or pretends to be, makes room for the others.</summary>
public sealed record ConnectionLimits
{
    /// <summary>Connections at the same time; one more is closed at once. Default: 10,000, some 100 MB when all of them are idle.</summary>
    public int MaxConnections { get; init; } = 10_000;

    /// <summary>How long a request line and its headers may take to come in, in whole. Default: 30 seconds.</summary>
    public TimeSpan HeadersTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a connection may stay without a request. Default: 130 seconds, longer than clients keep one, so that none sends a request into a connection that is being closed.</summary>
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromSeconds(130);

    /// <summary>How fast a body must come in, on average, after <see cref="Grace"/>. Default: 240.</summary>
    public int MinBodyBytesPerSecond { get; init; } = 240;

    /// <summary>
    /// How fast an answer must be taken, on average over the connection, after <see cref="Grace"/>. Default: 16,384, so that nobody holds an answer of 10 MB longer than eleven minutes.
    /// </summary>
    public int MinAnswerBytesPerSecond { get; init; } = 16 * 1024;

    /// <summary>How long a body or an answer may stand still before its rate counts; more than a second. Default: 5 seconds.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(5);
}

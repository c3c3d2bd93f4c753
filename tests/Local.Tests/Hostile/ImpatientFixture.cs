namespace DirectRoute.Local.Tests.Hostile;

/// <summary>A gateway that waits for no client longer than the server under it can measure.</summary>
public sealed class ImpatientFixture() : HostileFixture(new LocalOptions
{
    Port = 0,
    Ui = true,
    Connections = new()
    {
        HeadersTimeout = TimeSpan.FromSeconds(1),
        IdleTimeout = TimeSpan.FromSeconds(1),
        Grace = TimeSpan.FromSeconds(1.1),
        MinAnswerBytesPerSecond = 100_000_000,
    },
});

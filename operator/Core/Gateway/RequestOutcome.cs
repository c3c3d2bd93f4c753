using DirectRoute.Core.Velocity;

namespace DirectRoute.Core.Gateway;

/// <summary>What becomes of a request: a <see cref="BackendCall"/>, or a <see cref="GatewayAnswer"/> without one.</summary>
public abstract record RequestOutcome
{
    private protected RequestOutcome() { }

    /// <summary>REST: the template that read the request's body, or failed to; null when none did.</summary>
    public UsedTemplate? Template { get; init; }
}

/// <summary>The backend is called, and its answer goes to <see cref="ResponseMapping.Map"/>.</summary>
/// <param name="Request">What is sent.</param>
public sealed record BackendCall(BackendRequest Request) : RequestOutcome
{
    /// <summary>The answer of a MOCK integration, which stands for the call; null when there is a backend to call.</summary>
    public BackendResponse? MockResponse { get; init; }

    /// <summary>What the request template said of the response already.</summary>
    internal Overrides Overrides { get; init; } = Overrides.None;
}

/// <summary>API Gateway answers by itself.</summary>
/// <param name="Response">What the client gets; its <see cref="ClientResponse.Fault"/> says why.</param>
public sealed record GatewayAnswer(ClientResponse Response) : RequestOutcome;

using DirectRoute.Core.Gateway;
using DirectRoute.Local.Roles;

namespace DirectRoute.Local.Services;

/// <summary>What a call becomes: a message of HTTP, or why it cannot be made.</summary>
internal readonly record struct MessageResult(HttpRequestMessage? Message, GatewayFault? Fault)
{
    /// <summary>What the service would answer, when it is known before it is asked; there is no message then.</summary>
    public BackendResponse? Response { get; init; }

    /// <summary>What the integration's role said; null when there is none, or when it was not asked.</summary>
    public RoleDecision? Role { get; init; }

    public static implicit operator MessageResult(GatewayFault fault) => new(null, fault);

    /// <summary>The message; a fault when there is none.</summary>
    public static MessageResult Of(HttpRequestMessage? message, BackendRequest request) => message is null
        ? GatewayFault.Misconfigured($"The call of {request.Uri} cannot be made: its URI or its method is none, or a header has what HTTP cannot carry.")
        : new MessageResult(message, null);
}

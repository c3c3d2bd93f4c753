using DirectRoute.Core.Gateway;
using DirectRoute.Local.Roles;

namespace DirectRoute.Local.Services;

/// <summary>What came of a call: the backend's answer, or why there is none.</summary>
internal readonly record struct BackendResult(BackendResponse? Response, GatewayFault? Fault)
{
    /// <summary>What the integration's role said; null when there is none, or when it was not asked.</summary>
    public RoleDecision? Role { get; init; }

    public static implicit operator BackendResult(BackendResponse response) => new(response, null);

    public static implicit operator BackendResult(GatewayFault fault) => new(null, fault);
}

using DirectRoute.Core.Gateway;

namespace DirectRoute.Local.Roles;

/// <summary>Whether a role may make a call, and what comes of it when it may not.</summary>
/// <param name="Role">The role's ARN.</param>
/// <param name="Reason">Why, for whoever builds the API.</param>
public sealed record RoleDecision(string Role, string Reason)
{
    /// <summary>Whether the call is made.</summary>
    public bool IsAllowed => Fault is null && Response is null;

    /// <summary>API Gateway's own answer, when it cannot assume the role; null otherwise.</summary>
    public GatewayFault? Fault { get; init; }

    /// <summary>The service's answer, when it would refuse the call; it goes through the response's mappings as any other. Null otherwise.</summary>
    public BackendResponse? Response { get; init; }
}

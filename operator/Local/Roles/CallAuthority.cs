using DirectRoute.Core.Gateway;

namespace DirectRoute.Local.Roles;

/// <summary>As whom a service is called, or what is answered instead.</summary>
internal readonly record struct CallAuthority
{
    /// <summary>The call is made.</summary>
    /// <param name="credentials">What it is signed with.</param>
    /// <param name="role">The role's decision; null when the integration has no role.</param>
    public CallAuthority(ServiceCredentials credentials, RoleDecision? role) => (Credentials, Role) = (credentials, role);

    /// <summary>The role's decision is that the call is not made.</summary>
    public CallAuthority(RoleDecision refusal) => (Role, Fault, Response) = (refusal, refusal.Fault, refusal.Response);

    /// <summary>The call cannot be made.</summary>
    public CallAuthority(GatewayFault fault) => Fault = fault;

    /// <summary>Null when the call is not made.</summary>
    public ServiceCredentials? Credentials { get; }
    public RoleDecision? Role { get; }

    /// <summary>API Gateway's own answer; null when there is none.</summary>
    public GatewayFault? Fault { get; }

    /// <summary>What the service would answer; null when it is to be asked, or never is.</summary>
    public BackendResponse? Response { get; }
}

using DirectRoute.Core.Gateway;
using DirectRoute.Core.Policies.Evaluation;
using DirectRoute.Local.Roles;
using DirectRoute.Local.State;
using DirectRoute.Local.Sts;

namespace DirectRoute.Local.DataPlane.Authorizers.Iam;

/// <summary>
/// Finds the policies of callers. Those of roles are looked up; users, and sessions of roles that IAM does not know, which emulators give out too, count as
/// administrators of their account.
/// </summary>
internal sealed class CallerPolicies(IRoleSource roles, LocalOptions options)
{
    /// <summary>What the caller may do.</summary>
    /// <returns>Null with a fault when nobody could be asked.</returns>
    public async ValueTask<(CallerRights? Rights, GatewayFault? Fault)> OfAsync(CallerIdentity caller, CancellationToken cancellationToken)
    {
        if ((caller.Role ?? RoleArn.OfSession(caller.Arn)) is not { } role) return (CallerRights.Administrator(AccessPrincipal.User(caller.Arn), caller.Arn, TypeOf(caller)), null);
        if (!options.ChecksRoles) return (Unknown(role, caller), null);
        return await roles.FindAsync(role, cancellationToken).ConfigureAwait(false) switch
        {
            RoleLookup.Found found => (new CallerRights(PrincipalOf(found.Arn, caller), found.Arn.ToString(), SessionType, found.Role.Identity, found.Role.Boundary), null),
            RoleLookup.Failed failed => (null, GatewayFault.Misconfigured(
                $"The caller's role {role} could not be looked up in IAM at the endpoint of services: {failed.Why}. When the endpoint has no IAM, turn the check of roles off.")),
            _ => (Unknown(role, caller), null),
        };
    }

    private const string SessionType = "AssumedRole";

    private static CallerRights Unknown(RoleArn role, CallerIdentity caller) => CallerRights.Administrator(PrincipalOf(role, caller), role.ToString(), SessionType);

    private static AccessPrincipal PrincipalOf(RoleArn role, CallerIdentity caller) => AccessPrincipal.Role(role.ToString(), caller.Arn);

    private static string TypeOf(CallerIdentity caller) => caller.Arn.Split(':', 6)[^1] switch
    {
        "root" => "Account",
        var resource when resource.StartsWith("federated-user/", StringComparison.Ordinal) => "FederatedUser",
        _ => "User",
    };
}

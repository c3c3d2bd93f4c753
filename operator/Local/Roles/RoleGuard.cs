using System.Globalization;
using DirectRoute.Core.Gateway;
using DirectRoute.Core.Gateway.Calls;
using DirectRoute.Core.Policies.Evaluation;
using DirectRoute.Local.Services;
using DirectRoute.Local.Sts;

namespace DirectRoute.Local.Roles;

/// <summary>
/// Decides whether the role of an integration may make a call, as AWS does: API Gateway must be able to assume it, and the service asks IAM what it allows.
/// Policies of the resources themselves are not looked at.
/// </summary>
internal sealed class RoleGuard(IRoleSource roles, LocalOptions options)
{
    public async ValueTask<RoleDecision> DecideAsync(RoleArn role, ServiceCall call, CancellationToken cancellationToken)
    {
        var arn = role.ToString();
        if (!options.ChecksRoles) return new(arn, "Roles are not checked.");
        return await roles.FindAsync(role, cancellationToken).ConfigureAwait(false) switch
        {
            RoleLookup.Found found => Decide(role, found.Role, call),
            RoleLookup.Failed failed => Unassumable(arn,
                $"The role {arn} could not be looked up in IAM at the endpoint of services: {failed.Why}. When the endpoint has no IAM, or its credentials may not read roles, turn the check of roles off."),
            _ => Unassumable(arn, $"API Gateway cannot assume the role {arn}: there is no such role."),
        };
    }

    private RoleDecision Decide(RoleArn role, RolePolicies policies, ServiceCall call)
    {
        var arn = role.ToString();
        var context = Context(role, call);
        var trust = TrustPolicy.ByApiGateway(arn, policies.Trust, context);
        if (!trust.IsAllowed) return Unassumable(arn, $"API Gateway cannot assume the role {arn}: {trust.Reason}.");
        var needs = CallPermissions.Of(call);
        if (needs.Unknown is { } unknown) return new(arn, $"What the call needs cannot be told, so it is made: {unknown}.");
        var rules = new AccessRules { Identity = policies.Identity, Boundary = policies.Boundary };
        var principal = AccessPrincipal.Role(arn, role.SessionArn(CallCredentials.SessionName));
        var reasons = new List<string>();
        foreach (var permission in needs.Permissions)
        {
            var request = new AccessRequest(principal, permission.Action, permission.Resource, Of(permission, context));
            var decision = PolicyEvaluator.Evaluate(rules, request);
            if (!decision.IsAllowed) return Denied(arn, call, permission, principal, decision);
            reasons.Add(decision.Reason);
        }
        return new(arn, reasons.Count == 0 ? "The call needs no permission." : string.Join("; ", reasons) + ".");
    }

    private static RoleDecision Denied(string arn, ServiceCall call, CallPermission permission, AccessPrincipal principal, AccessDecision decision)
    {
        var kind = decision.IsBoundary ? "permissions boundary" : "identity-based policy";
        var why = decision.Verdict == AccessVerdict.ExplicitDeny ? "with an explicit deny in an identity-based policy" : $"because no {kind} allows the {permission.Action} action";
        var resource = permission.Resource is { } known ? $" on resource: {known}" : "";
        var message = $"User: {principal} is not authorized to perform: {permission.Action}{resource} {why}";
        return new(arn, $"The role does not allow the call: {decision.Reason}.") { Response = AccessDenied.Answer(call.ErrorStyle, message, Guid.NewGuid().ToString()) };
    }

    private static RoleDecision Unassumable(string arn, string reason) => new(arn, reason) { Fault = GatewayFault.Misconfigured(reason) };

    /// <summary>What AWS sends with every request, as far as it is known here. Addresses are API Gateway's own, and nobody knows them.</summary>
    private ContextKeys Context(RoleArn role, ServiceCall call)
    {
        var now = options.Clock.GetUtcNow();
        return ContextKeys.Of(
            ("aws:CurrentTime", now.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)),
            ("aws:EpochTime", now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
            ("aws:SecureTransport", "true"),
            ("aws:RequestedRegion", call.Place.Region),
            ("aws:PrincipalArn", role.ToString()),
            ("aws:PrincipalAccount", role.AccountId),
            ("aws:PrincipalType", "AssumedRole"),
            ("aws:PrincipalIsAWSService", "false"),
            ("aws:ViaAWSService", "false"));
    }

    private static ContextKeys Of(CallPermission permission, ContextKeys context) =>
        permission.Resource?.Split(':', 6) is ["arn", _, _, _, { Length: > 0 } account, _] ? context.With("aws:ResourceAccount", account) : context;
}

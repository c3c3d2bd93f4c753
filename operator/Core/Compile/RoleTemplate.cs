using DirectRoute.Core.Collections;
using DirectRoute.Core.Model;
using DirectRoute.Core.Planning;
using DirectRoute.Core.Policies;

namespace DirectRoute.Core.Compile;

/// <summary>A role without its policy: its ARN is known before any route is compiled.</summary>
internal sealed record RoleTemplate(RoleModel Role, string Arn)
{
    public static RoleTemplate Of(RoleModel role, AccountFacts account) =>
        new(role, $"arn:{account.Partition}:iam::{account.AccountId}:role{role.Path}{role.Name}");

    /// <summary>The role with a policy that allows just this; a policy that is too long is an error on <paramref name="field"/>.</summary>
    public RoleModel With(IEnumerable<Permission> permissions, DiagnosticBag diagnostics, string field, ValueList<StatementModel> extra = default)
    {
        var policy = new PolicyModel { Statements = [.. LeastPrivilege.Statements(permissions), .. extra] };
        if (policy.Statements.Count == 0) return Role;
        var length = PolicyDocument.Write(policy).Length;
        if (length > PolicyMeaning.MaxLength)
            diagnostics.Error(Reasons.QuotaExceeded, field,
                $"The role's policy would have {length} characters; IAM allows {PolicyMeaning.MaxLength}. "
                    + "Give some of the routes a role of their own: create an IntegrationRole and name it in their spec.roleRef.");
        return Role with { InlinePolicies = ValueMap.Of((RoleModel.InlinePolicyName, policy)) };
    }
}

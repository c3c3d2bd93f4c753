using DirectRoute.Core.Collections;
using DirectRoute.Core.Model;
using DirectRoute.Core.Policies;

namespace DirectRoute.Core.Compile;

/// <summary>A role without its policy: its ARN is known before any route is compiled.</summary>
internal sealed record RoleTemplate(RoleModel Role, string Arn)
{
    public static RoleTemplate Of(RoleModel role, AccountFacts account) =>
        new(role, $"arn:{account.Partition}:iam::{account.AccountId}:role{role.Path}{role.Name}");

    /// <summary>The role with a policy that allows just this; a policy that is too long is an error on <paramref name="field"/>.</summary>
    public RoleModel With(IReadOnlyCollection<RoleRequest> requests, DiagnosticBag diagnostics, string field, ValueList<StatementModel> extra = default)
    {
        var policy = Policy(requests, extra);
        if (policy.Statements.Count == 0) return Role;
        PolicyLength.Check(requests, extra, diagnostics, field);
        return Role with { InlinePolicies = ValueMap.Of((RoleModel.InlinePolicyName, policy)) };
    }

    /// <summary>What routes need, and the manifest's own statements.</summary>
    public static PolicyModel Policy(IEnumerable<RoleRequest> requests, ValueList<StatementModel> extra) =>
        new() { Statements = [.. LeastPrivilege.Statements(requests.SelectMany(r => r.Permissions)), .. extra] };
}

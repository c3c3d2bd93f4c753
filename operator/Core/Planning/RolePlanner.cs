using DirectRoute.Core.Collections;
using DirectRoute.Core.Model;
using DirectRoute.Core.Policies;

namespace DirectRoute.Core.Planning;

/// <summary>From a desired and an observed role to the calls between them. A role that bears our owner tags is wholly ours.</summary>
public static class RolePlanner
{
    /// <summary>Plans what makes IAM hold the desired role. The path is never compared: IAM cannot change it.</summary>
    /// <param name="desired">What is to be there.</param>
    /// <param name="observed">What is there; null when the role is not.</param>
    /// <param name="keepExtraStatements">Takes no permission away: a route that is held still needs what it needed.</param>
    public static Plan Plan(RoleModel desired, ObservedRole? observed, bool keepExtraStatements)
    {
        ArgumentNullException.ThrowIfNull(desired);
        var plan = new PlanBuilder();
        if (observed is null)
        {
            plan.Create(Subject(desired), new RoleCall.CreateRole(desired));
            Policies(plan, WithoutPolicies(desired), desired);
            return plan.ToPlan();
        }
        Settings(plan, Equivalence.Normalize(observed.Model), desired);
        Policies(plan, observed.Model, keepExtraStatements ? WithExtras(observed.Model, desired) : desired);
        return plan.ToPlan();
    }

    /// <summary>Plans the role's removal, in the order that IAM accepts: nothing may be attached to it any more.</summary>
    public static Plan Delete(ObservedRole observed)
    {
        ArgumentNullException.ThrowIfNull(observed);
        var plan = new PlanBuilder();
        Policies(plan, observed.Model, WithoutPolicies(observed.Model));
        return plan.Delete(Subject(observed.Model), new RoleCall.DeleteRole()).ToPlan();
    }

    private static string Subject(RoleModel role) => $"role {role.Name}";

    private static RoleModel WithoutPolicies(RoleModel role) => role with { InlinePolicies = default, ManagedPolicyArns = [] };

    private static void Settings(PlanBuilder plan, RoleModel before, RoleModel desired)
    {
        var after = Equivalence.Normalize(desired);
        var settings = new Differences()
            .Field("description", before.Description, after.Description)
            .Field("maxSessionDuration", before.MaxSessionDuration, after.MaxSessionDuration);
        plan.Update(Subject(after), settings.ToValueList(), new RoleCall.UpdateRole(after.Description, after.MaxSessionDuration));
        plan.Update(Subject(after), Documents("trustPolicy", before.TrustPolicy, after.TrustPolicy), new RoleCall.UpdateAssumeRolePolicy(desired.TrustPolicy));
        plan.Update(
            Subject(after),
            new Differences().Field("permissionsBoundary", before.PermissionsBoundary, after.PermissionsBoundary).ToValueList(),
            after.PermissionsBoundary is { } arn ? new RoleCall.PutRolePermissionsBoundary(arn) : new RoleCall.DeleteRolePermissionsBoundary());
        ApiSettings.Tags(plan, Subject(after), before.Tags, after.Tags, tags => new RoleCall.TagRole(tags), keys => new RoleCall.UntagRole(keys));
    }

    /// <summary>Grants before withdrawals, so that no call in between lacks what it has before and after.</summary>
    private static void Policies(PlanBuilder plan, RoleModel observed, RoleModel desired)
    {
        var before = Equivalence.Normalize(observed);
        var after = Equivalence.Normalize(desired);
        foreach (var (name, policy) in after.InlinePolicies)
        {
            var put = new RoleCall.PutRolePolicy(name, desired.InlinePolicies[name]);
            if (!before.InlinePolicies.TryGetValue(name, out var current)) plan.Create(Policy(name, after), put);
            else plan.Update(Policy(name, after), Documents("statements", current, policy), put);
        }
        foreach (var arn in after.ManagedPolicyArns.Except(before.ManagedPolicyArns)) plan.Create(Attachment(arn, after), new RoleCall.AttachRolePolicy(arn));
        foreach (var name in ApiSettings.Removed(before.InlinePolicies, after.InlinePolicies)) plan.Delete(Policy(name, after), new RoleCall.DeleteRolePolicy(name));
        foreach (var arn in before.ManagedPolicyArns.Except(after.ManagedPolicyArns)) plan.Delete(Attachment(arn, after), new RoleCall.DetachRolePolicy(arn));
    }

    private static string Policy(string name, RoleModel role) => $"policy {name} of {Subject(role)}";

    private static string Attachment(string arn, RoleModel role) => $"attachment of {arn} to {Subject(role)}";

    /// <summary>What is no longer said and what is said anew: a policy's whole text is too long for a line.</summary>
    private static ValueList<FieldChange> Documents(string field, PolicyModel before, PolicyModel after) =>
    [
        .. CanonicalPolicy.Except(before, after).Select(s => new FieldChange(field, PolicyDocument.Write(s), null)),
        .. CanonicalPolicy.Except(after, before).Select(s => new FieldChange(field, null, PolicyDocument.Write(s))),
    ];

    /// <summary>The desired role and all that the observed one may do besides.</summary>
    private static RoleModel WithExtras(RoleModel observed, RoleModel desired) => desired with
    {
        InlinePolicies = desired.InlinePolicies.Concat(observed.InlinePolicies)
            .GroupBy(p => p.Key, p => p.Value, StringComparer.Ordinal)
            .Select(g => KeyValuePair.Create(g.Key, Union(g)))
            .ToValueMap(),
        ManagedPolicyArns = observed.ManagedPolicyArns.Union(desired.ManagedPolicyArns).ToValueList(),
    };

    /// <summary>What the model cannot express cannot be written either. A label names one statement only, of those that are desired first.</summary>
    private static PolicyModel Union(IEnumerable<PolicyModel> policies)
    {
        var sids = new HashSet<string>(StringComparer.Ordinal);
        var statements = policies.SelectMany(p => p.Statements).Where(s => s.Other is null).DistinctBy(CanonicalPolicy.Of);
        return new() { Statements = statements.Select(s => s.Sid is null || sids.Add(s.Sid) ? s : s with { Sid = null }).ToValueList() };
    }
}

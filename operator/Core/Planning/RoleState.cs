using DirectRoute.Core.Collections;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Planning;

/// <summary>Follows a role through the calls of a plan.</summary>
/// <param name="observed">What was there before; null when there was no role.</param>
public sealed class RoleState(ObservedRole? observed)
{
    /// <summary>What IAM holds now; null when there is no role.</summary>
    public ObservedRole? Current { get; private set; } = observed;

    /// <summary>The role's name; asking for it when there is no role is a bug.</summary>
    public string Name => Known.Model.Name;

    private ObservedRole Known => Current ?? throw new InvalidOperationException("There is no role yet.");

    /// <summary>Notes a call that succeeded.</summary>
    /// <param name="call">The call.</param>
    /// <param name="arn">The ARN of a role that was made.</param>
    public void Record(RoleCall call, string? arn) => Current = call switch
    {
        RoleCall.CreateRole c => new() { Arn = arn!, Model = c.Role with { InlinePolicies = default, ManagedPolicyArns = [] } },
        RoleCall.DeleteRole => null,
        _ => Known with { Model = After(Known.Model, call) },
    };

    private static RoleModel After(RoleModel role, RoleCall call) => call switch
    {
        RoleCall.UpdateRole c => role with { Description = c.Description, MaxSessionDuration = c.MaxSessionDuration },
        RoleCall.UpdateAssumeRolePolicy c => role with { TrustPolicy = c.Policy },
        RoleCall.PutRolePermissionsBoundary c => role with { PermissionsBoundary = c.PolicyArn },
        RoleCall.DeleteRolePermissionsBoundary => role with { PermissionsBoundary = null },
        RoleCall.PutRolePolicy c => role with { InlinePolicies = role.InlinePolicies.With(c.Name, c.Policy) },
        RoleCall.DeleteRolePolicy c => role with { InlinePolicies = role.InlinePolicies.Without(c.Name) },
        RoleCall.AttachRolePolicy c => role with { ManagedPolicyArns = role.ManagedPolicyArns.Append(c.PolicyArn).Order(StringComparer.Ordinal).ToValueList() },
        RoleCall.DetachRolePolicy c => role with { ManagedPolicyArns = role.ManagedPolicyArns.Where(a => a != c.PolicyArn).ToValueList() },
        RoleCall.TagRole c => role with { Tags = role.Tags.Concat(c.Tags).ToValueMap() },
        RoleCall.UntagRole c => role with { Tags = role.Tags.Where(t => !c.Keys.Contains(t.Key)).ToValueMap() },
        _ => throw new ArgumentException($"{call} is unknown.", nameof(call)),
    };
}

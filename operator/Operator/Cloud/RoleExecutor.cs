using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Model;
using DirectRoute.Core.Planning;

namespace DirectRoute.Operator.Cloud;

/// <summary>Makes the calls of a plan for a role.</summary>
internal sealed class RoleExecutor(IAmazonIdentityManagementService client, AwsCaller caller)
{
    /// <summary>Makes one call, and gives the ARN of a role that it made.</summary>
    public Task<string?> ExecuteAsync(RoleCall call, RoleState state, CancellationToken cancellationToken) =>
        caller.CallAsync(AwsService.Iam, call.Operation, ct => SendAsync(call, state, ct), cancellationToken);

    private async Task<string?> SendAsync(RoleCall call, RoleState state, CancellationToken ct)
    {
        if (call is RoleCall.CreateRole create) return (await client.CreateRoleAsync(Role(create.Role), ct).ConfigureAwait(false)).Role?.Arn;
        await ChangeAsync(call, state.Name, ct).ConfigureAwait(false);
        return null;
    }

    private Task ChangeAsync(RoleCall call, string name, CancellationToken ct) => call switch
    {
        RoleCall.UpdateRole c => client.UpdateRoleAsync(new() { RoleName = name, Description = c.Description ?? "", MaxSessionDuration = c.MaxSessionDuration }, ct),
        RoleCall.UpdateAssumeRolePolicy c => client.UpdateAssumeRolePolicyAsync(new() { RoleName = name, PolicyDocument = PolicyDocument.Write(c.Policy) }, ct),
        RoleCall.PutRolePermissionsBoundary c => client.PutRolePermissionsBoundaryAsync(new() { RoleName = name, PermissionsBoundary = c.PolicyArn }, ct),
        RoleCall.DeleteRolePermissionsBoundary => client.DeleteRolePermissionsBoundaryAsync(new() { RoleName = name }, ct),
        RoleCall.PutRolePolicy c => client.PutRolePolicyAsync(new() { RoleName = name, PolicyName = c.Name, PolicyDocument = PolicyDocument.Write(c.Policy) }, ct),
        RoleCall.DeleteRolePolicy c => client.DeleteRolePolicyAsync(new() { RoleName = name, PolicyName = c.Name }, ct),
        RoleCall.AttachRolePolicy c => client.AttachRolePolicyAsync(new() { RoleName = name, PolicyArn = c.PolicyArn }, ct),
        RoleCall.DetachRolePolicy c => client.DetachRolePolicyAsync(new() { RoleName = name, PolicyArn = c.PolicyArn }, ct),
        RoleCall.TagRole c => client.TagRoleAsync(new() { RoleName = name, Tags = Tags(c.Tags) }, ct),
        RoleCall.UntagRole c => client.UntagRoleAsync(new() { RoleName = name, TagKeys = [.. c.Keys] }, ct),
        RoleCall.DeleteRole => client.DeleteRoleAsync(new() { RoleName = name }, ct),
        _ => throw new ArgumentException($"{call} is unknown.", nameof(call)),
    };

    private static CreateRoleRequest Role(RoleModel role) => new()
    {
        RoleName = role.Name,
        Path = role.Path,
        Description = role.Description,
        AssumeRolePolicyDocument = PolicyDocument.Write(role.TrustPolicy),
        MaxSessionDuration = role.MaxSessionDuration,
        PermissionsBoundary = role.PermissionsBoundary,
        Tags = Tags(role.Tags),
    };

    private static List<Tag> Tags(ValueMap<string> tags) => [.. tags.Select(t => new Tag { Key = t.Key, Value = t.Value })];
}

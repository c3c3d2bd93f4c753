using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Model;
using DirectRoute.Core.Planning;

namespace DirectRoute.Operator.Cloud;

/// <summary>Reads a role in three calls and one an inline policy.</summary>
internal sealed class RoleObserver(IAmazonIdentityManagementService client, AwsCaller caller)
{
    public async Task<ObservedRole?> ObserveAsync(string name, Owner owner, CancellationToken cancellationToken)
    {
        if (await GetAsync(name, cancellationToken).ConfigureAwait(false) is not { } role) return null;
        var tags = (role.Tags ?? []).Select(t => KeyValuePair.Create(t.Key!, t.Value ?? "")).ToValueMap();
        if (!owner.Owns(tags)) throw new AwsCallException(Ownership.Refused($"The IAM role {name}", tags, owner));
        var inline = InlinePoliciesAsync(name, cancellationToken);
        var attached = AttachedPoliciesAsync(name, cancellationToken);
        await Task.WhenAll(inline, attached).ConfigureAwait(false);
        return new ObservedRole
        {
            Arn = role.Arn!,
            Model = new RoleModel
            {
                Name = role.RoleName!,
                Path = role.Path ?? "/",
                Description = RestReader.NullIfEmpty(role.Description),
                PermissionsBoundary = role.PermissionsBoundary?.PermissionsBoundaryArn,
                MaxSessionDuration = role.MaxSessionDuration ?? 3600,
                Tags = tags,
                TrustPolicy = Document(role.AssumeRolePolicyDocument),
                InlinePolicies = await inline.ConfigureAwait(false),
                ManagedPolicyArns = await attached.ConfigureAwait(false),
            },
        };
    }

    private async Task<Role?> GetAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            return (await CallAsync(nameof(client.GetRoleAsync), ct => client.GetRoleAsync(new() { RoleName = name }, ct), cancellationToken).ConfigureAwait(false)).Role;
        }
        catch (AwsCallException e) when (e.IsNotFound)
        {
            return null;
        }
    }

    private async Task<ValueMap<PolicyModel>> InlinePoliciesAsync(string name, CancellationToken cancellationToken)
    {
        var names = await Pages.AllAsync(
            async (marker, ct) =>
            {
                var page = await CallAsync(nameof(client.ListRolePoliciesAsync), c => client.ListRolePoliciesAsync(new() { RoleName = name, Marker = marker }, c), ct).ConfigureAwait(false);
                return (page.PolicyNames, page.IsTruncated == true ? page.Marker : null);
            },
            cancellationToken).ConfigureAwait(false);
        var policies = await Task.WhenAll(names.Select(n => PolicyAsync(name, n, cancellationToken))).ConfigureAwait(false);
        return policies.ToValueMap();
    }

    private async Task<KeyValuePair<string, PolicyModel>> PolicyAsync(string role, string policy, CancellationToken cancellationToken)
    {
        var request = new GetRolePolicyRequest { RoleName = role, PolicyName = policy };
        var answer = await CallAsync(nameof(client.GetRolePolicyAsync), ct => client.GetRolePolicyAsync(request, ct), cancellationToken).ConfigureAwait(false);
        return KeyValuePair.Create(policy, Document(answer.PolicyDocument));
    }

    private async Task<ValueList<string>> AttachedPoliciesAsync(string name, CancellationToken cancellationToken)
    {
        var attached = await Pages.AllAsync(
            async (marker, ct) =>
            {
                var page = await CallAsync(nameof(client.ListAttachedRolePoliciesAsync), c => client.ListAttachedRolePoliciesAsync(new() { RoleName = name, Marker = marker }, c), ct).ConfigureAwait(false);
                return (page.AttachedPolicies, page.IsTruncated == true ? page.Marker : null);
            },
            cancellationToken).ConfigureAwait(false);
        return attached.Select(p => p.PolicyArn!).Order(StringComparer.Ordinal).ToValueList();
    }

    /// <summary>IAM gives documents URL-encoded.</summary>
    private static PolicyModel Document(string? encoded) => PolicyDocument.Parse(Uri.UnescapeDataString(encoded ?? ""));

    private Task<T> CallAsync<T>(string method, Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken) =>
        caller.CallAsync(AwsService.Iam, Pages.Operation(method), call, cancellationToken);
}

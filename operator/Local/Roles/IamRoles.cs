using System.Net;
using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using DirectRoute.Core.Policies.Evaluation;
using DirectRoute.Local.Services;
using DirectRoute.Local.Sts;

namespace DirectRoute.Local.Roles;

/// <summary>Roles of IAM at the endpoint of services.</summary>
internal sealed class IamRoles(IamClients clients, CallCredentials credentials, LocalOptions options) : IRoleSource
{
    /// <summary>A role has at most 10 managed policies, and names of inline ones come by the hundred: more pages than this are a mistake of the endpoint.</summary>
    private const int MaxPages = 20;

    /// <inheritdoc />
    public async ValueTask<RoleLookup> FindAsync(RoleArn arn, CancellationToken cancellationToken)
    {
        if (options.Endpoint is ServiceEndpoint.Nowhere) return new RoleLookup.Missing();
        try
        {
            var found = await ReadAsync(clients.Of(arn.Partition), arn, cancellationToken).ConfigureAwait(false);
            if (found is not RoleLookup.Missing || options.Endpoint is not ServiceEndpoint.Emulator) return found;
            // IAM tells of the caller's own account only; a session of the role is of the role's.
            var session = await credentials.OfAsync((arn with { Path = arn.Path ?? "/" }).ToString(), arn.AccountId, cancellationToken).ConfigureAwait(false);
            if (session.Credentials is not { } signing) return found;
            using var own = clients.Of(signing, arn.Partition);
            return await ReadAsync(own, arn, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (CallFailures.IsOne(e) && !cancellationToken.IsCancellationRequested)
        {
            return new RoleLookup.Failed(CallFailures.Words(e));
        }
    }

    private static async Task<RoleLookup> ReadAsync(IAmazonIdentityManagementService iam, RoleArn arn, CancellationToken cancellationToken)
    {
        try
        {
            var role = (await iam.GetRoleAsync(new() { RoleName = arn.Name }, cancellationToken).ConfigureAwait(false)).Role;
            // A role of the same name may be another account's.
            if (role?.Arn is null) return new RoleLookup.Failed("GetRole was answered without a role");
            if (RoleArn.Parse(role.Arn) is not { } whole || !arn.Means(whole)) return new RoleLookup.Missing();
            return new RoleLookup.Found(whole, new RolePolicies(
                Parsed(RolePolicies.TrustName, role.AssumeRolePolicyDocument),
                [.. await InlineAsync(iam, arn.Name, cancellationToken).ConfigureAwait(false), .. await AttachedAsync(iam, arn.Name, cancellationToken).ConfigureAwait(false)],
                role.PermissionsBoundary?.PermissionsBoundaryArn is { } boundary ? await ManagedAsync(iam, boundary, cancellationToken).ConfigureAwait(false) : null));
        }
        catch (NoSuchEntityException)
        {
            // Also when it goes while it is read.
            return new RoleLookup.Missing();
        }
    }

    private static async Task<List<IamPolicy>> InlineAsync(IAmazonIdentityManagementService iam, string role, CancellationToken cancellationToken)
    {
        var policies = new List<IamPolicy>();
        string? marker = null;
        for (var page = 0; page < MaxPages; page++)
        {
            var names = await iam.ListRolePoliciesAsync(new() { RoleName = role, Marker = marker }, cancellationToken).ConfigureAwait(false);
            foreach (var name in names.PolicyNames ?? [])
            {
                var policy = await iam.GetRolePolicyAsync(new() { RoleName = role, PolicyName = name }, cancellationToken).ConfigureAwait(false);
                policies.Add(Parsed(name, policy.PolicyDocument));
            }
            if (names.IsTruncated != true) break;
            marker = names.Marker;
        }
        return policies;
    }

    private static async Task<List<IamPolicy>> AttachedAsync(IAmazonIdentityManagementService iam, string role, CancellationToken cancellationToken)
    {
        var policies = new List<IamPolicy>();
        string? marker = null;
        for (var page = 0; page < MaxPages; page++)
        {
            var attached = await iam.ListAttachedRolePoliciesAsync(new() { RoleName = role, Marker = marker }, cancellationToken).ConfigureAwait(false);
            foreach (var policy in attached.AttachedPolicies ?? [])
                policies.Add(await ManagedAsync(iam, policy.PolicyArn ?? "", cancellationToken).ConfigureAwait(false));
            if (attached.IsTruncated != true) break;
            marker = attached.Marker;
        }
        return policies;
    }

    /// <summary>A managed policy; that it is gone makes the role no less one.</summary>
    private static async Task<IamPolicy> ManagedAsync(IAmazonIdentityManagementService iam, string arn, CancellationToken cancellationToken)
    {
        try
        {
            var policy = (await iam.GetPolicyAsync(new() { PolicyArn = arn }, cancellationToken).ConfigureAwait(false)).Policy;
            var version = await iam.GetPolicyVersionAsync(new() { PolicyArn = arn, VersionId = policy?.DefaultVersionId }, cancellationToken).ConfigureAwait(false);
            return Parsed(arn, version.PolicyVersion?.Document);
        }
        catch (NoSuchEntityException)
        {
            return IamPolicy.Unreadable(arn, "IAM has no such policy");
        }
    }

    /// <summary>IAM writes documents URL-encoded; some emulators write them as they are.</summary>
    private static IamPolicy Parsed(string name, string? document) =>
        IamPolicy.Parse(name, document is ['{', ..] ? document : WebUtility.UrlDecode(document ?? ""));
}

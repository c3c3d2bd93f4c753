using System.Collections.Frozen;
using DirectRoute.Core.Model;
using DirectRoute.Core.Planning;
using DirectRoute.Core.Policies.Evaluation;
using DirectRoute.Local.Publishing;
using DirectRoute.Local.Sts;

namespace DirectRoute.Local.Roles;

/// <summary>Roles that manifests declare: no IAM has them.</summary>
internal sealed class GivenRoles : IRoleSource
{
    private volatile FrozenDictionary<string, RolePolicies> roles = FrozenDictionary<string, RolePolicies>.Empty;

    /// <summary>These roles, in place of all that were given before.</summary>
    public void Replace(IEnumerable<PublishedRole> given) =>
        roles = given.DistinctBy(r => r.Arn).ToFrozenDictionary(r => r.Arn, r => Of(r.Model), StringComparer.Ordinal);

    /// <inheritdoc />
    public ValueTask<RoleLookup> FindAsync(RoleArn arn, CancellationToken cancellationToken) =>
        new(roles.TryGetValue(arn.ToString(), out var role) ? new RoleLookup.Found(role) : new RoleLookup.Missing());

    private static RolePolicies Of(RoleModel role) => new(
        Parsed(RolePolicies.TrustName, role.TrustPolicy),
        [.. role.InlinePolicies.Select(p => Parsed(p.Key, p.Value)), .. role.ManagedPolicyArns.Select(Unknown)],
        role.PermissionsBoundary is { } boundary ? Unknown(boundary) : null);

    private static IamPolicy Parsed(string name, PolicyModel policy) => IamPolicy.Parse(name, PolicyDocument.Write(policy));

    private static IamPolicy Unknown(string arn) => IamPolicy.Unreadable(arn, "manifests name this policy, but do not say what is in it");
}

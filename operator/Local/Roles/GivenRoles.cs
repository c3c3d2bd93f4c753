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
    private volatile FrozenDictionary<string, RoleLookup.Found> roles = FrozenDictionary<string, RoleLookup.Found>.Empty;

    /// <summary>These roles, in place of all that were given before.</summary>
    public void Replace(IEnumerable<PublishedRole> given) =>
        roles = given.DistinctBy(r => r.Arn).Select(Of).OfType<RoleLookup.Found>().ToFrozenDictionary(r => r.Arn.ToString(), StringComparer.Ordinal);

    /// <inheritdoc />
    public ValueTask<RoleLookup> FindAsync(RoleArn arn, CancellationToken cancellationToken) =>
        new(Find(arn) is { } role ? role : new RoleLookup.Missing());

    private RoleLookup.Found? Find(RoleArn arn) => arn.Path is null ? roles.Values.FirstOrDefault(r => arn.Means(r.Arn)) : roles.GetValueOrDefault(arn.ToString());

    /// <summary>Null for what is no ARN of a role, which nobody asks for.</summary>
    private static RoleLookup.Found? Of(PublishedRole role) => RoleArn.Parse(role.Arn) is { } arn ? new RoleLookup.Found(arn, Of(role.Model)) : null;

    private static RolePolicies Of(RoleModel role) => new(
        Parsed(RolePolicies.TrustName, role.TrustPolicy),
        [.. role.InlinePolicies.Select(p => Parsed(p.Key, p.Value)), .. role.ManagedPolicyArns.Select(Unknown)],
        role.PermissionsBoundary is { } boundary ? Unknown(boundary) : null);

    private static IamPolicy Parsed(string name, PolicyModel policy) => IamPolicy.Parse(name, PolicyDocument.Write(policy));

    private static IamPolicy Unknown(string arn) => IamPolicy.Unreadable(arn, "manifests name this policy, but do not say what is in it");
}

using DirectRoute.Local.Sts;

namespace DirectRoute.Local.Roles;

/// <summary>Knows roles.</summary>
internal interface IRoleSource
{
    /// <summary>What is known of a role.</summary>
    ValueTask<RoleLookup> FindAsync(RoleArn arn, CancellationToken cancellationToken);
}

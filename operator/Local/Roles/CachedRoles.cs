using DirectRoute.Local.Sts;

namespace DirectRoute.Local.Roles;

/// <summary>Remembers roles for so short a time that a permission taken away is missed within seconds, as on AWS.</summary>
internal sealed class CachedRoles(IRoleSource source, TimeProvider clock) : IRoleSource
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(2);

    private readonly SharedLookups<RoleLookup> lookups = new(clock, _ => Lifetime);

    /// <inheritdoc />
    public ValueTask<RoleLookup> FindAsync(RoleArn arn, CancellationToken cancellationToken) =>
        lookups.GetAsync(arn.Path is null ? $"{arn} at any path" : arn.ToString(), () => source.FindAsync(arn, CancellationToken.None).AsTask(), cancellationToken);

    /// <summary>Forgets all roles; for whoever sees that one changes.</summary>
    public void Forget() => lookups.Forget();
}

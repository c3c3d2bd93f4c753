using DirectRoute.Local.Sts;

namespace DirectRoute.Local.Roles;

/// <summary>Several sources as one: each is asked until one knows the role.</summary>
internal sealed class RoleSources(params IRoleSource[] sources) : IRoleSource
{
    /// <inheritdoc />
    public async ValueTask<RoleLookup> FindAsync(RoleArn arn, CancellationToken cancellationToken)
    {
        RoleLookup last = new RoleLookup.Missing();
        foreach (var source in sources)
        {
            last = await source.FindAsync(arn, cancellationToken).ConfigureAwait(false);
            if (last is not RoleLookup.Missing) break;
        }
        return last;
    }
}

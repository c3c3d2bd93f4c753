using DirectRoute.Local.State;

namespace DirectRoute.Local.DataPlane.Authorizers.Iam;

/// <summary>The secrets that are known: of keys that STS gave out before the gateway's eyes, and of the gateway's own key.</summary>
internal sealed class KnownSecrets(LocalOptions options)
{
    /// <summary>What goes with a caller's key; null when nobody here knows.</summary>
    public async ValueTask<SecretKey?> FindAsync(CallerIdentity caller, CancellationToken cancellationToken)
    {
        if (caller.Secret is { } secret) return secret;
        var own = await options.Credentials.GetAsync(cancellationToken).ConfigureAwait(false);
        return own.Credentials is { } key && key.AccessKeyId == caller.AccessKeyId ? new(key.SecretAccessKey, key.SessionToken, DateTimeOffset.MaxValue) : null;
    }
}

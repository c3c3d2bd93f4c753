using System.Collections.Concurrent;

namespace DirectRoute.Local.Services;

/// <summary>
/// With what calls to services are signed. An emulator tells accounts by keys, so a call there is made in a session of the integration's role, as API Gateway makes it,
/// and acts in the role's account. AWS itself is called with the user's own credentials: nobody else's role can be assumed as API Gateway does.
/// </summary>
internal sealed class CallCredentials(LocalOptions options) : IDisposable
{
    /// <summary>The name that API Gateway gives its sessions of roles.</summary>
    public const string SessionName = "BackplaneAssumeRoleSession";

    private const int MaxSessions = 10_000;

    /// <summary>Well inside the hour that sessions live; short, since an emulator that is started again knows none of them.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private readonly EmulatorSts sts = new(options);
    private readonly ConcurrentDictionary<string, Session> sessions = new(StringComparer.Ordinal);

    /// <summary>The credentials, or why there are none.</summary>
    /// <param name="roleArn">The integration's role; null or something else where it has none.</param>
    /// <param name="accountId">The API's account.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public async ValueTask<CredentialResult> OfAsync(string? roleArn, string accountId, CancellationToken cancellationToken)
    {
        if (options.Endpoint is not ServiceEndpoint.Emulator { Url: var emulator }) return await options.Credentials.GetAsync(cancellationToken).ConfigureAwait(false);
        var role = Sts.RoleArn.Parse(roleArn) is null ? ServiceRole(accountId) : roleArn!;
        // An emulator that has no STS, such as one of a single service, has no accounts either.
        return await SessionAsync(role, emulator, cancellationToken).ConfigureAwait(false) is { } session
            ? session
            : await options.Credentials.GetAsync(cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<ServiceCredentials?> SessionAsync(string role, Uri emulator, CancellationToken cancellationToken)
    {
        var session = Current(role, emulator);
        try
        {
            return await session.Credentials.Value.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            sessions.TryRemove(new(role, session));
            return null; // the call itself will say that nobody answers
        }
    }

    public void Dispose() => sts.Dispose();

    private Session Current(string role, Uri emulator)
    {
        var now = options.Clock.GetUtcNow();
        if (sessions.TryGetValue(role, out var known) && now - known.Start < Lifetime) return known;
        if (sessions.Count >= MaxSessions) sessions.Clear();
        var started = new Session(now, new(() => sts.AssumeRoleAsync(emulator, role)));
        return known is null ? sessions.GetOrAdd(role, started) : sessions.AddOrUpdate(role, started, (_, other) => other == known ? started : other);
    }

    /// <summary>API Gateway's own role in an account, for calls of integrations without one, such as those of functions whose policies let API Gateway in.</summary>
    private static string ServiceRole(string accountId) => $"arn:aws:iam::{accountId}:role/aws-service-role/ops.apigateway.amazonaws.com/AWSServiceRoleForAPIGateway";

    private sealed record Session(DateTimeOffset Start, Lazy<Task<ServiceCredentials?>> Credentials);
}

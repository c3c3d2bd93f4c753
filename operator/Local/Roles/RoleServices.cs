using DirectRoute.Local.Publishing;
using DirectRoute.Local.Services;

namespace DirectRoute.Local.Roles;

/// <summary>All that has to do with roles, put together.</summary>
internal sealed class RoleServices : IDisposable
{
    private readonly GivenRoles given = new();
    private readonly IamClients clients;
    private readonly CallCredentials credentials;
    private readonly CachedRoles roles;

    public RoleServices(LocalOptions options)
    {
        clients = new IamClients(options);
        credentials = new CallCredentials(options);
        roles = new CachedRoles(new RoleSources(given, new IamRoles(clients, credentials, options)), options.Clock);
        Authorizer = new CallAuthorizer(new RoleGuard(roles, options), credentials);
    }

    public CallAuthorizer Authorizer { get; }

    /// <summary>All roles that are known: given ones, and those of IAM.</summary>
    public IRoleSource Known => roles;

    /// <summary>Roles that no IAM has, in place of those that were given before.</summary>
    public void Give(IEnumerable<PublishedRole> declared)
    {
        given.Replace(declared);
        Forget();
    }

    /// <summary>Looks roles up anew from now on: one of them may have changed.</summary>
    public void Forget() => roles.Forget();

    public void Dispose()
    {
        clients.Dispose();
        credentials.Dispose();
    }
}

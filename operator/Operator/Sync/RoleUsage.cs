using DirectRoute.Core.Collections;
using DirectRoute.Core.Compile;
using DirectRoute.Kubernetes.Entities;

namespace DirectRoute.Operator.Sync;

/// <summary>What the routes that use a role ask of it.</summary>
/// <param name="Requests">The permissions of each route that can be served.</param>
/// <param name="AnyRejected">
/// Whether a route could not be compiled, or nothing is written for its API: AWS may still serve its former version, so nothing is taken from the role.
/// </param>
internal sealed record RoleRequests(ValueList<RoleRequest> Requests, bool AnyRejected);

/// <summary>Finds who uses a role, by the very compiler that makes the routes: what is not served asks for nothing.</summary>
internal sealed class RoleUsage(ClusterState cluster, ApiLoader loader, AccountAccess accounts)
{
    public int CountOf(ObjectKey role) => Users(role).Count();

    public RoleRequests Of(ObjectKey role)
    {
        var users = Users(role).ToList();
        var requests = users.Where(u => u.Compiled is { Model: not null } or { Permissions.Count: > 0 }).ToList();
        return new RoleRequests(
            requests.Select(u => new RoleRequest(u.Id, u.Compiled!.Permissions)).OrderBy(r => r.RouteId, StringComparer.Ordinal).ToValueList(),
            users.Count > requests.Count);
    }

    private IEnumerable<(string Id, RouteCompilation? Compiled)> Users(ObjectKey role) => cluster.ApisUsingRole(role).SelectMany(api => UsersOf(api, role));

    private IEnumerable<(string Id, RouteCompilation? Compiled)> UsersOf(ObjectKey apiKey, ObjectKey role)
    {
        var work = loader.Load(apiKey);
        var ofApi = work.Api is null ? null : References.RoleOf(work.Api);
        // What is not written asks for nothing new.
        var compiled = work.PlanOnly is null && work.Api?.Spec.Suspend is not true ? Compile(work) : null;
        return work.Routes.Concat(work.DeletedRoutes).Where(r => (References.RoleOf(r) ?? ofApi) == role)
            .Select(r => (ObjectKey.Of(r).ToString(), compiled?.GetValueOrDefault(r.Metadata.Uid!)));
    }

    private Dictionary<string, RouteCompilation>? Compile(ApiWork work)
    {
        if (work.Api is null) return null;
        var access = accounts.Resolve(References.AccountOf(work.Api), work.Key.Namespace!, work.Api.Spec.Region);
        return access.Succeeded ? ApiCompiler.Compile(loader.InputOf(work, access.Value.Facts)).Routes.ToDictionary(r => r.Input.Uid) : null;
    }
}

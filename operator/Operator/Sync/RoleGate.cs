using DirectRoute.Core.Compile;
using DirectRoute.Core.Failures;
using DirectRoute.Kubernetes.Entities;

namespace DirectRoute.Operator.Sync;

/// <summary>Role before integration: an API waits while a role that its routes name is still being given what they need.</summary>
internal sealed class RoleGate(ClusterState cluster, Registry<ObjectKey, KnownRole> roles)
{
    /// <summary>
    /// Whether a role that the API or a route names is new and was not looked at yet. It is known within a few calls to AWS, and then the API is run
    /// again: nothing worth a status, nor a deployment without the routes that wait.
    /// </summary>
    public bool IsBeingLookedAt(ApiWork work) => work.Routes.Select(References.RoleOf).Append(References.RoleOf(work.Api!)).OfType<ObjectKey>()
        .Any(key => cluster.Roles.Get(key) is { } role && !role.IsDeleting() && !roles.TryGet(key, out _));

    /// <summary>
    /// Whom the API waits for; null when nothing is to come. A role that waits for a person holds nobody up: its routes would be refused when they are
    /// called, but what is served already goes on.
    /// </summary>
    public Failure? Missing(ApiWork work, ApiCompilation compilation)
    {
        foreach (var route in compilation.Routes.Where(r => r.Model is not null))
        {
            if (RoleOf(work, route.Input) is not { } key || !roles.TryGet(key, out var role) || role.Granted is not { } granted) continue;
            if (role.Failure?.Kind is FailureKind.Invalid or FailureKind.Denied) continue;
            if (route.Permissions.Except(granted).FirstOrDefault() is { } missing) return Lack(key, role, route.Input, missing);
        }
        return null;
    }

    /// <summary>Whether the role is about to be given what a route needs: a matter of moments, not worth a status.</summary>
    public static bool IsImminent(Failure missing) => missing.RetryAfter is not null;

    private static Failure Lack(ObjectKey key, KnownRole role, RouteInput route, Permission missing) => role.Failure is { } failure
        ? new(FailureKind.Waiting, Reasons.RefNotReady, $"IntegrationRole '{key}' does not allow {missing.Action} on {missing.Resource} for DirectRoute '{route.Id}' yet: {failure.Message}")
        : new(FailureKind.Waiting, Reasons.RefNotReady, $"IntegrationRole '{key}' is being given {missing.Action} on {missing.Resource}.", TimeSpan.FromMinutes(1));

    private static ObjectKey? RoleOf(ApiWork work, RouteInput route) =>
        route.Spec.RoleRef is { } own ? new ObjectKey(route.Namespace, own.Name) : References.RoleOf(work.Api!);
}

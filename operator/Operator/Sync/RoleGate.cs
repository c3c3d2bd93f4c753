using DirectRoute.Core.Compile;
using DirectRoute.Core.Failures;
using DirectRoute.Kubernetes.Entities;

namespace DirectRoute.Operator.Sync;

/// <summary>Role before integration: an API waits while a role that its routes name is still being given what they need.</summary>
internal sealed class RoleGate(Registry<ObjectKey, RoleState> roles)
{
    /// <summary>Whom the API waits for; null when nothing is to come. A role that failed holds nobody up: its routes say so themselves when they are called.</summary>
    public Failure? Missing(ApiWork work, ApiCompilation compilation)
    {
        foreach (var route in compilation.Routes.Where(r => r.Model is not null))
        {
            if (RoleOf(work, route.Input) is not { } key || !roles.TryGet(key, out var role)) continue;
            if (role is { IsSettled: false, Granted: { } granted } && route.Permissions.Except(granted).FirstOrDefault() is { } missing)
                return new Failure(FailureKind.Waiting, Reasons.RefNotReady, $"IntegrationRole '{key}' is being given {missing.Action} on {missing.Resource} for DirectRoute '{route.Input.Id}'.");
        }
        return null;
    }

    private static ObjectKey? RoleOf(ApiWork work, RouteInput route) =>
        route.Spec.RoleRef is { } own ? new ObjectKey(route.Namespace, own.Name) : References.RoleOf(work.Api!);
}

using DirectRoute.Core.Compile;
using DirectRoute.Kubernetes.Entities;
using DirectRoute.Kubernetes.Finalizers;
using DirectRoute.Kubernetes.Writes;
using DirectRoute.Operator.Resources;

namespace DirectRoute.Operator.Sync;

/// <summary>Holds a resource until what it made in AWS is gone, or stays on purpose.</summary>
internal sealed class ResourceFinalizers(
    FinalizerWriter<DirectApi> apis, FinalizerWriter<DirectRouteResource> routes, FinalizerWriter<IntegrationRole> roles, FinalizerWriter<AwsAccount> accounts)
{
    /// <summary>The finalizer of all four kinds.</summary>
    public const string Name = "directroute.dev/cleanup";

    public static bool IsOn(IKubernetesObject entity) => entity.Metadata.Finalizers?.Contains(Name) is true;

    /// <summary>Holds the API and each route that goes to AWS; false when one of them changed meanwhile, so that this run's view is old.</summary>
    public async Task<bool> AddAsync(ApiWork work, ApiCompilation compilation, CancellationToken cancellationToken)
    {
        if (!IsKept(await apis.AddAsync(work.Api!, Name, cancellationToken))) return false;
        var served = compilation.Routes.Where(r => r.Model is not null).Select(r => r.Input.Uid).ToHashSet();
        foreach (var route in work.Routes.Where(r => !IsOn(r) && served.Contains(r.Metadata.Uid!)))
        {
            if (!IsKept(await routes.AddAsync(route, Name, cancellationToken))) return false;
        }
        return true;
    }

    public async Task<bool> AddAsync(IntegrationRole role, CancellationToken cancellationToken) => IsKept(await roles.AddAsync(role, Name, cancellationToken));

    public async Task<bool> AddAsync(AwsAccount account, CancellationToken cancellationToken) => IsKept(await accounts.AddAsync(account, Name, cancellationToken));

    public async Task ReleaseRoutesAsync(IEnumerable<DirectRouteResource> deleted, CancellationToken cancellationToken)
    {
        foreach (var route in deleted) await routes.RemoveAsync(route, Name, cancellationToken);
    }

    public Task ReleaseAsync(DirectApi api, CancellationToken cancellationToken) => apis.RemoveAsync(api, Name, cancellationToken);

    public Task ReleaseAsync(IntegrationRole role, CancellationToken cancellationToken) => roles.RemoveAsync(role, Name, cancellationToken);

    public Task ReleaseAsync(AwsAccount account, CancellationToken cancellationToken) => accounts.RemoveAsync(account, Name, cancellationToken);

    private static bool IsKept<T>(WriteResult<T> result)
        where T : class, IKubernetesObject =>
        result is WriteResult<T>.Written or WriteResult<T>.Unchanged;
}

using DirectRoute.Core.Compile;
using DirectRoute.Kubernetes.Entities;
using DirectRoute.Kubernetes.Finalizers;
using DirectRoute.Operator.Resources;

namespace DirectRoute.Operator.Sync;

/// <summary>Holds a resource until what it made in AWS is gone, or stays on purpose.</summary>
internal sealed class ResourceFinalizers(
    FinalizerWriter<DirectApi> apis, FinalizerWriter<DirectRouteResource> routes, FinalizerWriter<IntegrationRole> roles, FinalizerWriter<AwsAccount> accounts)
{
    /// <summary>The finalizer of all four kinds.</summary>
    public const string Name = "directroute.dev/cleanup";

    public static bool IsOn(IKubernetesObject entity) => entity.Metadata.Finalizers?.Contains(Name) is true;

    /// <summary>Holds the API and each route that goes to AWS.</summary>
    /// <returns>The work with its objects as they are stored now; null if one of them changed meanwhile, so that this run's view is old.</returns>
    public async Task<ApiWork?> AddAsync(ApiWork work, ApiCompilation compilation, CancellationToken cancellationToken)
    {
        if (await apis.AddAsync(work.Api!, Name, cancellationToken) is not { Current: { } api }) return null;
        var served = compilation.Routes.Where(r => r.Model is not null).Select(r => r.Input.Uid).ToHashSet();
        var held = new List<DirectRouteResource>();
        foreach (var route in work.Routes)
        {
            if (!served.Contains(route.Metadata.Uid!)) held.Add(route);
            else if (await routes.AddAsync(route, Name, cancellationToken) is { Current: { } current }) held.Add(current);
            else return null;
        }
        return work with { Api = api, Routes = held };
    }

    public async Task<bool> AddAsync(IntegrationRole role, CancellationToken cancellationToken) => await roles.AddAsync(role, Name, cancellationToken) is { Current: not null };

    public async Task<bool> AddAsync(AwsAccount account, CancellationToken cancellationToken) => await accounts.AddAsync(account, Name, cancellationToken) is { Current: not null };

    public async Task ReleaseRoutesAsync(IEnumerable<DirectRouteResource> deleted, CancellationToken cancellationToken)
    {
        foreach (var route in deleted) await routes.RemoveAsync(route, Name, cancellationToken);
    }

    public Task ReleaseAsync(DirectApi api, CancellationToken cancellationToken) => apis.RemoveAsync(api, Name, cancellationToken);

    public Task ReleaseAsync(IntegrationRole role, CancellationToken cancellationToken) => roles.RemoveAsync(role, Name, cancellationToken);

    public Task ReleaseAsync(AwsAccount account, CancellationToken cancellationToken) => accounts.RemoveAsync(account, Name, cancellationToken);
}

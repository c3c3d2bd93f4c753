using DirectRoute.Core.Collections;
using DirectRoute.Core.Compile;
using DirectRoute.Core.Model;
using DirectRoute.Kubernetes.Entities;
using DirectRoute.Operator.Resources;

namespace DirectRoute.Operator.Sync;

/// <summary>One unit of work: an API with all its routes, as the API server holds them.</summary>
internal sealed record ApiWork
{
    public required ObjectKey Key { get; init; }

    /// <summary>The API; null when routes name one that does not exist.</summary>
    public DirectApi? Api { get; init; }

    /// <summary>Whose the API in AWS is.</summary>
    public required Owner Owner { get; init; }

    /// <summary>Routes that are to be served.</summary>
    public required IReadOnlyList<DirectRouteResource> Routes { get; init; }

    /// <summary>Routes whose deletion was asked for.</summary>
    public required IReadOnlyList<DirectRouteResource> DeletedRoutes { get; init; }

    /// <summary>Why AWS is only read for it, as the beginning of a sentence; null when it is written too.</summary>
    public string? PlanOnly { get; init; }

    /// <summary>Whether there are routes whose content this operator cannot read, so that nobody knows which API they belong to.</summary>
    public bool AreRoutesUnreadable { get; init; }
}

/// <summary>Reads an API's work from the stores.</summary>
internal sealed class ApiLoader(ClusterState cluster, Registry<ObjectKey, KnownRole> roles, ClusterName clusterName, WriteMode writes)
{
    public ApiWork Load(ObjectKey key)
    {
        var routes = cluster.RoutesOf(key);
        var api = cluster.Apis.Get(key);
        return new ApiWork
        {
            Key = key,
            Api = api,
            Owner = clusterName.OwnerOf(DirectApi.ResourceKind, key),
            Routes = [.. routes.Where(r => !r.IsDeleting())],
            DeletedRoutes = [.. routes.Where(r => r.IsDeleting())],
            PlanOnly = writes.WhyNot(api),
            AreRoutesUnreadable = cluster.Routes.Snapshot.Undecodable.Any(),
        };
    }

    /// <summary>What the compiler looks at.</summary>
    public ApiInput InputOf(ApiWork work, AccountFacts account) => new()
    {
        Owner = work.Owner,
        Spec = work.Api!.Spec,
        Account = account,
        Routes = work.Routes.Select(RouteOf).ToValueList(),
        Roles = RolesOf(work).ToValueMap(),
    };

    private RouteInput RouteOf(DirectRouteResource route) => new()
    {
        Namespace = route.Metadata.NamespaceProperty!,
        Name = route.Metadata.Name!,
        Uid = route.Metadata.Uid!,
        CreationTimestamp = route.Metadata.CreationTimestamp!.Value,
        Spec = route.Spec,
        NamespaceLabels = cluster.LabelsOf(route.Metadata.NamespaceProperty!).ToValueMap(),
    };

    private IEnumerable<KeyValuePair<string, RoleFacts>> RolesOf(ApiWork work)
    {
        var named = work.Routes.Select(References.RoleOf).Append(References.RoleOf(work.Api!)).OfType<ObjectKey>().Distinct();
        foreach (var key in named)
        {
            if (cluster.Roles.Get(key) is not { } role) continue;
            var arn = roles.TryGet(key, out var state) ? state.Arn : role.Status?.Arn;
            yield return new(key.ToString(), new RoleFacts { Arn = arn, AccountName = References.AccountOf(role) });
        }
    }
}

using DirectRoute.Kubernetes.Entities;
using DirectRoute.Kubernetes.Informers;
using DirectRoute.Kubernetes.Queue;
using DirectRoute.Operator.Resources;
using DirectRoute.Operator.Sync;

namespace DirectRoute.Operator.Controllers;

/// <summary>The informers of the kinds that the operator looks at.</summary>
internal sealed record Informers(
    Informer<AwsAccount> Accounts, Informer<DirectApi> Apis, Informer<DirectRouteResource> Routes, Informer<IntegrationRole> Roles, Informer<V1Namespace> Namespaces);

/// <summary>The keys that wait for a run: accounts, roles, and APIs with all their routes.</summary>
internal sealed record Queues(WorkQueue<ObjectKey> Accounts, WorkQueue<ObjectKey> Roles, WorkQueue<ObjectKey> Apis);

/// <summary>Says which keys a change concerns: all of the operator's wiring between kinds is here.</summary>
internal sealed class Triggers(
    Informers informers, Queues queues, ClusterState cluster, Registry<string, AccountSession> sessions, Registry<ObjectKey, KnownRole> roles)
{
    /// <summary>What is applied together arrives one after the other. It is one run, one plan and one deployment; roles go first, for APIs wait for them.</summary>
    private static readonly TimeSpan ApisSettle = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan RolesSettle = TimeSpan.FromMilliseconds(50);

    public void Connect()
    {
        informers.Accounts.MapObjects(queues.Accounts, account => [ObjectKey.Of(account)], Matters);

        informers.Apis.MapObjects(queues.Apis, api => [ObjectKey.Of(api)], Matters, ApisSettle);
        informers.Apis.MapObjects(queues.Roles, RolesOf, Matters, RolesSettle);
        informers.Apis.MapObjects(queues.Accounts, api => [AccountKey(References.AccountOf(api))], Matters);

        informers.Routes.MapObjects(queues.Apis, route => [References.ApiOf(route)], Matters, ApisSettle);
        informers.Routes.MapObjects(queues.Roles, RolesOf, Matters, RolesSettle);

        informers.Roles.MapObjects(queues.Roles, role => [ObjectKey.Of(role)], Matters, RolesSettle);
        informers.Roles.MapObjects(queues.Apis, role => cluster.ApisUsingRole(ObjectKey.Of(role)), Matters, ApisSettle);
        informers.Roles.MapObjects(queues.Accounts, role => [AccountKey(References.AccountOf(role))], Matters);

        informers.Namespaces.MapObjects(queues.Apis, ApisTouchedBy, LabelsChanged, ApisSettle);
        informers.Namespaces.MapObjects(queues.Roles, RolesTouchedBy, LabelsChanged, RolesSettle);

        sessions.Changed += AddUsersOfAccount;
        roles.Changed += AddUsersOfRole;
    }

    /// <summary>A status or a finalizer that the operator wrote itself is no news to it.</summary>
    private static bool Matters<T>(InformerEvent<T> change)
        where T : class, IKubernetesObject =>
        change is not InformerEvent<T>.Updated(var old, var current)
        || ChangeFilter.HasConsequence(old.Metadata with { Finalizers = null }, current.Metadata with { Finalizers = null });

    private static ObjectKey AccountKey(string account) => new(null, account);

    /// <summary>The API's own, and those that its routes name: what a route may ask of its role depends on the API.</summary>
    private IEnumerable<ObjectKey> RolesOf(DirectApi api) =>
        cluster.RoutesOf(ObjectKey.Of(api)).Select(References.RoleOf).Append(References.RoleOf(api)).OfType<ObjectKey>();

    private IEnumerable<ObjectKey> RolesOf(DirectRouteResource route)
    {
        if (References.RoleOf(route) is { } own) return [own];
        return cluster.Apis.Get(References.ApiOf(route)) is { } api && References.RoleOf(api) is { } shared ? [shared] : [];
    }

    /// <summary>Selectors look at a namespace's labels: those of its routes, and of accounts that its APIs use.</summary>
    private IEnumerable<ObjectKey> ApisTouchedBy(V1Namespace ns) =>
        cluster.RoutesIn(ns.Metadata.Name!).Select(References.ApiOf)
            .Concat(cluster.Apis.Snapshot.All.Where(api => api.Metadata.NamespaceProperty == ns.Metadata.Name).Select(api => ObjectKey.Of(api)));

    /// <summary>Selectors of accounts look at the roles' namespace, those of APIs at their routes'.</summary>
    private IEnumerable<ObjectKey> RolesTouchedBy(V1Namespace ns) =>
        cluster.RoutesIn(ns.Metadata.Name!).SelectMany(RolesOf)
            .Concat(cluster.Roles.Snapshot.All.Where(role => role.Metadata.NamespaceProperty == ns.Metadata.Name).Select(role => ObjectKey.Of(role)));

    private static bool LabelsChanged(InformerEvent<V1Namespace> change) => change is not InformerEvent<V1Namespace>.Added && ChangeFilter.Consequential(change);

    private void AddUsersOfAccount(string account)
    {
        foreach (var role in cluster.RolesOfAccount(account)) queues.Roles.Add(ObjectKey.Of(role));
        foreach (var api in cluster.ApisOfAccount(account)) queues.Apis.Add(ObjectKey.Of(api));
    }

    private void AddUsersOfRole(ObjectKey role)
    {
        foreach (var api in cluster.ApisUsingRole(role)) queues.Apis.Add(api);
    }
}

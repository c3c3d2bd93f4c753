using DirectRoute.Kubernetes.Entities;
using DirectRoute.Kubernetes.Informers;
using DirectRoute.Operator.Resources;

namespace DirectRoute.Operator.Sync;

/// <summary>What the API server holds, as last heard: every read of a reconcile comes from here, none from the network.</summary>
internal sealed class ClusterState
{
    private const string ByApi = "api";
    private const string ByRole = "role";
    private const string ByAccount = "account";
    private const string ByNamespace = "namespace";

    public ClusterState(
        Store<AwsAccount> accounts, Store<DirectApi> apis, Store<DirectRouteResource> routes, Store<IntegrationRole> roles, Store<V1Namespace> namespaces)
    {
        Accounts = accounts;
        Namespaces = namespaces;
        Apis = apis
            .AddIndex(ByAccount, api => [References.AccountOf(api)])
            .AddIndex(ByRole, api => Keys(References.RoleOf(api)));
        Routes = routes
            .AddIndex(ByApi, route => [References.ApiOf(route).ToString()])
            .AddIndex(ByRole, route => Keys(References.RoleOf(route)))
            .AddIndex(ByNamespace, route => [route.Metadata.NamespaceProperty!]);
        Roles = roles.AddIndex(ByAccount, role => [References.AccountOf(role)]);
    }

    public Store<AwsAccount> Accounts { get; }
    public Store<DirectApi> Apis { get; }
    public Store<DirectRouteResource> Routes { get; }
    public Store<IntegrationRole> Roles { get; }
    public Store<V1Namespace> Namespaces { get; }

    public IReadOnlyList<DirectRouteResource> RoutesOf(ObjectKey api) => Routes.ByIndex(ByApi, api.ToString());

    public IReadOnlyList<DirectRouteResource> RoutesIn(string ns) => Routes.ByIndex(ByNamespace, ns);

    public IReadOnlyList<DirectApi> ApisOfAccount(string account) => Apis.ByIndex(ByAccount, account);

    public IReadOnlyList<IntegrationRole> RolesOfAccount(string account) => Roles.ByIndex(ByAccount, account);

    /// <summary>The APIs with a route that uses the role, be it by its own word or by its API's.</summary>
    public IReadOnlySet<ObjectKey> ApisUsingRole(ObjectKey role) =>
        Routes.ByIndex(ByRole, role.ToString()).Select(References.ApiOf)
            .Concat(Apis.ByIndex(ByRole, role.ToString()).Select(api => ObjectKey.Of(api)))
            .ToHashSet();

    public IReadOnlyDictionary<string, string> LabelsOf(string ns) => Namespaces.Get(new ObjectKey(null, ns))?.Metadata.Labels ?? NoLabels;

    private static readonly Dictionary<string, string> NoLabels = [];

    private static IEnumerable<string> Keys(ObjectKey? key) => key is { } one ? [one.ToString()] : [];
}

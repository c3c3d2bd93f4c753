using DirectRoute.Kubernetes.Entities;
using DirectRoute.Operator.Resources;

namespace DirectRoute.Operator.Sync;

/// <summary>Whom a resource names, with every default filled in.</summary>
internal static class References
{
    public static string AccountOf(DirectApi api) => api.Spec.AccountRef?.Name ?? AwsAccount.DefaultName;

    public static string AccountOf(IntegrationRole role) => role.Spec.AccountRef?.Name ?? AwsAccount.DefaultName;

    public static ObjectKey ApiOf(DirectRouteResource route) =>
        new(route.Spec.ApiRef.Namespace ?? route.Metadata.NamespaceProperty, route.Spec.ApiRef.Name);

    /// <summary>The role that the route itself names; null when it leaves that to its API.</summary>
    public static ObjectKey? RoleOf(DirectRouteResource route) =>
        route.Spec.RoleRef is { } role ? new ObjectKey(route.Metadata.NamespaceProperty, role.Name) : null;

    /// <summary>The role of the API's routes that name none; null for the role that the operator makes.</summary>
    public static ObjectKey? RoleOf(DirectApi api) =>
        api.Spec.RoleRef is { } role ? new ObjectKey(api.Metadata.NamespaceProperty, role.Name) : null;

    public static bool IsDeleting(this IKubernetesObject entity) => entity.Metadata.DeletionTimestamp is not null;
}

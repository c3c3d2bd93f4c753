using DirectRoute.Core.Collections;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Compile;

/// <summary>Everything that the compiler looks at for one API.</summary>
public sealed record ApiInput
{
    /// <summary>Who owns the API: the cluster, and the DirectApi's namespace and name.</summary>
    public required Owner Owner { get; init; }
    public required DirectApiSpec Spec { get; init; }
    public required AccountFacts Account { get; init; }

    /// <summary>The routes that name this API and are not being deleted, in any order.</summary>
    public ValueList<RouteInput> Routes { get; init; }

    /// <summary>The IntegrationRoles that the API or a route names, by <c>namespace/name</c>. One that is not there does not exist.</summary>
    public ValueMap<RoleFacts> Roles { get; init; }
}

/// <summary>What is known of the account that holds an API or a role.</summary>
public sealed record AccountFacts
{
    /// <summary>The AwsAccount's name.</summary>
    public required string Name { get; init; }

    /// <summary>Twelve digits.</summary>
    public required string AccountId { get; init; }

    /// <summary><c>aws</c>, <c>aws-cn</c>, <c>aws-us-gov</c>, ...</summary>
    public required string Partition { get; init; }

    /// <summary>The region of APIs that name none.</summary>
    public required string Region { get; init; }
    public RoleDefaults? Roles { get; init; }

    /// <summary>Which namespaces may have what called; null when there is no such limit.</summary>
    public IReadOnlyList<PermissionGrant>? Grants { get; init; }
}

/// <summary>A route as the API server holds it.</summary>
public sealed record RouteInput
{
    public required string Namespace { get; init; }
    public required string Name { get; init; }
    public required string Uid { get; init; }

    /// <summary>Of two routes with one key the older wins; then the name decides.</summary>
    public required DateTimeOffset CreationTimestamp { get; init; }
    public required DirectRouteSpec Spec { get; init; }

    /// <summary>The labels of the route's namespace.</summary>
    public ValueMap<string> NamespaceLabels { get; init; }

    /// <summary><c>namespace/name</c>.</summary>
    public string Id => $"{Namespace}/{Name}";
}

/// <summary>What is known of an IntegrationRole.</summary>
public sealed record RoleFacts
{
    /// <summary>The role's ARN; null until it exists.</summary>
    public string? Arn { get; init; }

    /// <summary>The AwsAccount that holds it.</summary>
    public required string AccountName { get; init; }
}

using DirectRoute.Core.Collections;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Compile;

/// <summary>Everything that the compiler looks at for one IntegrationRole.</summary>
public sealed record RoleInput
{
    /// <summary>Who owns the role: the cluster, and the IntegrationRole's namespace and name.</summary>
    public required Owner Owner { get; init; }
    public required IntegrationRoleSpec Spec { get; init; }
    public required AccountFacts Account { get; init; }

    /// <summary>The labels of the role's namespace.</summary>
    public ValueMap<string> NamespaceLabels { get; init; }

    /// <summary>What the routes that use the role need, in any order.</summary>
    public ValueList<RoleRequest> Requests { get; init; }
}

/// <summary>What one route asks of its role.</summary>
/// <param name="RouteId"><c>namespace/name</c>.</param>
public sealed record RoleRequest(string RouteId, ValueList<Permission> Permissions);

/// <summary>What the compiler makes of one IntegrationRole.</summary>
public sealed record RoleCompilation
{
    /// <summary>What is to be in IAM; null when somebody else manages the role, or when the manifest is rejected.</summary>
    public RoleModel? Model { get; init; }

    /// <summary>The role's ARN, known before the role exists; null only when the manifest does not tell it.</summary>
    public string? Arn { get; init; }

    /// <summary>Each permission once, in ordinal order, with the routes that asked for it.</summary>
    public ValueList<GrantedPermission> Grants { get; init; }
    public ValueList<Diagnostic> Diagnostics { get; init; }
}

/// <summary>A permission, and why it is there.</summary>
/// <param name="Routes"><c>namespace/name</c>, in ordinal order.</param>
public sealed record GrantedPermission(Permission Permission, ValueList<string> Routes);

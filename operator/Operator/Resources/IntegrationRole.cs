using DirectRoute.Core.Manifests;
using DirectRoute.Kubernetes.CustomResourceDefinitions;
using DirectRoute.Kubernetes.Entities;

namespace DirectRoute.Operator.Resources;

/// <summary>An IAM role that API Gateway assumes for the routes that name it, with exactly the permissions that they need.</summary>
[KubernetesEntity(Group = Group.Name, ApiVersion = Group.Version, Kind = ResourceKind, PluralName = "integrationroles")]
[KubernetesEntityShortNames("irole")]
[EntityCategories("direct")]
[AdditionalPrinterColumn(".status.routes", "Routes", "integer", Description = "Routes that use the role.")]
[AdditionalPrinterColumn(".status.permissionCount", "Permissions", "integer", Description = "Permissions that those routes need.")]
[AdditionalPrinterColumn(".status.conditions[?(@.type==\"Ready\")].status", "Ready", "string")]
[AdditionalPrinterColumn(".status.conditions[?(@.type==\"Ready\")].reason", "Reason", "string")]
[AdditionalPrinterColumn(".status.arn", "ARN", "string", Priority = 1)]
[AdditionalPrinterColumn(".metadata.creationTimestamp", "Age", "date")]
[ListMap("status.conditions", "type")]
[ValidationRule("has(self.roleName) == has(oldSelf.roleName) && (!has(self.roleName) || self.roleName == oldSelf.roleName)", "roleName cannot be changed: make another IntegrationRole", At = "spec", FieldPath = ".roleName")]
[ValidationRule("has(self.path) == has(oldSelf.path) && (!has(self.path) || self.path == oldSelf.path)", "path cannot be changed: make another IntegrationRole", At = "spec", FieldPath = ".path")]
[ValidationRule("!has(self.existingRoleArn) || !(has(self.roleName) || has(self.path) || has(self.description) || has(self.permissionsBoundary) || has(self.tags) || has(self.statements) || has(self.managedPolicyArns))", "existingRoleArn excludes every field that describes a role to make", At = "spec", FieldPath = ".existingRoleArn")]
public sealed record IntegrationRole : CustomKubernetesEntity<IntegrationRoleSpec, IntegrationRoleStatus>
{
    /// <summary>The kind.</summary>
    public const string ResourceKind = "IntegrationRole";
}

/// <summary>What the operator found and did.</summary>
public sealed record IntegrationRoleStatus : ResourceStatus
{
    /// <summary>The role's ARN.</summary>
    public string? Arn { get; init; }

    /// <summary>The hash of the policy that the role has.</summary>
    public string? PolicyHash { get; init; }

    /// <summary>How many routes use the role.</summary>
    public int? Routes { get; init; }

    /// <summary>How many permissions those routes need.</summary>
    public int? PermissionCount { get; init; }

    /// <summary>The first 50 permissions, with the routes that asked for each.</summary>
    public IReadOnlyList<PermissionStatus>? Permissions { get; init; }

    /// <summary>What would be done, while the operator is read-only; nothing when IAM is as the manifests say.</summary>
    public PlanStatus? Plan { get; init; }
}

/// <summary>A permission, and who asked for it.</summary>
public sealed record PermissionStatus
{
    /// <summary>The action in IAM's notation.</summary>
    public required string Action { get; init; }

    /// <summary>The ARN or ARN pattern.</summary>
    public required string Resource { get; init; }

    /// <summary>The first 10 routes that asked for it, as namespace/name.</summary>
    public required IReadOnlyList<string> Routes { get; init; }

    /// <summary>How many more routes asked for it.</summary>
    public int? MoreRoutes { get; init; }
}

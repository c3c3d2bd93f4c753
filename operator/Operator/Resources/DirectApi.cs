using DirectRoute.Core.Manifests;
using DirectRoute.Kubernetes.CustomResourceDefinitions;
using DirectRoute.Kubernetes.Entities;

namespace DirectRoute.Operator.Resources;

/// <summary>An API of API Gateway. Its routes are DirectRoutes.</summary>
[KubernetesEntity(Group = Group.Name, ApiVersion = Group.Version, Kind = ResourceKind, PluralName = "directapis")]
[KubernetesEntityShortNames("dapi")]
[EntityCategories("direct")]
[AdditionalPrinterColumn(".spec.protocol", "Protocol", "string")]
[AdditionalPrinterColumn(".status.apiId", "API ID", "string")]
[AdditionalPrinterColumn(".status.routes.summary", "Routes", "string", Description = "Routes served, of all that name this API.")]
[AdditionalPrinterColumn(".status.conditions[?(@.type==\"Ready\")].status", "Ready", "string")]
[AdditionalPrinterColumn(".status.conditions[?(@.type==\"Ready\")].reason", "Reason", "string")]
[AdditionalPrinterColumn(".status.plan.summary", "Plan", "string", Description = "What would be done, while the API is in mode Plan or the operator is read-only.", Priority = 1)]
[AdditionalPrinterColumn(".status.endpoint", "Endpoint", "string", Priority = 1)]
[AdditionalPrinterColumn(".status.accountId", "Account", "string", Priority = 1)]
[AdditionalPrinterColumn(".status.region", "Region", "string", Priority = 1)]
[AdditionalPrinterColumn(".metadata.creationTimestamp", "Age", "date")]
[ListMap("spec.gatewayResponses", "type")]
[ListMap("spec.models", "name")]
[ListMap("spec.stages", "name")]
[ListMap("status.conditions", "type")]
[ListMap("status.stages", "name")]
[ValidationRule("self == oldSelf", "protocol cannot be changed: make another DirectApi", At = "spec.protocol")]
[ValidationRule("has(self.region) == has(oldSelf.region) && (!has(self.region) || self.region == oldSelf.region)", "region cannot be changed: make another DirectApi", At = "spec", FieldPath = ".region")]
[ValidationRule("self.protocol != 'HTTP' || !has(self.endpoint) || !has(self.endpoint.type) || self.endpoint.type == 'REGIONAL'", "an HTTP API is always REGIONAL", At = "spec", FieldPath = ".endpoint.type")]
[ValidationRule("self.protocol != 'REST' || !has(self.stages) || self.stages.all(s, s.name != '$default')", "a REST API has no stage $default", At = "spec", FieldPath = ".stages")]
[ValidationRule("(self.from == 'Selector') == has(self.selector)", "selector goes with from: Selector, and only with it", At = "spec.allowedRoutes.namespaces")]
[ValidationRule("!has(self.allowCredentials) || !self.allowCredentials || !self.allowOrigins.exists(o, o == '*')", "credentials exclude the origin *: name the origins", At = "spec.cors", FieldPath = ".allowCredentials")]
[ValidationRule("self.protocol != 'HTTP' || (!has(self.binaryMediaTypes) && !has(self.models) && !has(self.gatewayResponses))", "binaryMediaTypes, models and gatewayResponses are of REST APIs", At = "spec")]
public sealed record DirectApi : CustomKubernetesEntity<DirectApiSpec, DirectApiStatus>
{
    /// <summary>The kind.</summary>
    public const string ResourceKind = "DirectApi";
}

/// <summary>What the operator found and did.</summary>
public sealed record DirectApiStatus : ResourceStatus
{
    /// <summary>The API's id in AWS.</summary>
    public string? ApiId { get; init; }

    /// <summary>The address of the API, without a stage.</summary>
    public string? Endpoint { get; init; }

    /// <summary>The protocol of the API in AWS.</summary>
    public ApiProtocol? Protocol { get; init; }

    /// <summary>The AWS account that holds the API.</summary>
    public string? AccountId { get; init; }

    /// <summary>The region that serves the API.</summary>
    public string? Region { get; init; }

    /// <summary>The ARN of the role that routes without a role of their own share.</summary>
    public string? RoleArn { get; init; }

    /// <summary>The stages.</summary>
    public IReadOnlyList<StageStatus>? Stages { get; init; }

    /// <summary>How many routes there are, and how many are served.</summary>
    public RouteCounts? Routes { get; init; }

    /// <summary>What would be done, while the API is in mode Plan or the operator is read-only; nothing when AWS is as the manifests say.</summary>
    public PlanStatus? Plan { get; init; }
}

/// <summary>A stage as it is served.</summary>
public sealed record StageStatus
{
    /// <summary>The stage's name.</summary>
    public required string Name { get; init; }

    /// <summary>The address of the stage.</summary>
    public string? Url { get; init; }

    /// <summary>The id of the deployment that the stage serves.</summary>
    public string? DeploymentId { get; init; }

    /// <summary>The hash of the content that the stage serves.</summary>
    public string? ContentHash { get; init; }
}

/// <summary>How many routes there are.</summary>
public sealed record RouteCounts
{
    /// <summary>Routes that name the API.</summary>
    public required int Attached { get; init; }

    /// <summary>Routes that are served as their manifests say.</summary>
    public required int Programmed { get; init; }

    /// <summary>Served and attached, for reading.</summary>
    public required string Summary { get; init; }
}

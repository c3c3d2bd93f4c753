using DirectRoute.Core.Manifests;
using DirectRoute.Kubernetes.CustomResourceDefinitions;
using DirectRoute.Kubernetes.Entities;

namespace DirectRoute.Operator.Resources;

/// <summary>A route of a DirectApi that calls one AWS action, a function or an address.</summary>
[KubernetesEntity(Group = Group.Name, ApiVersion = Group.Version, Kind = ResourceKind, PluralName = "directroutes")]
[KubernetesEntityShortNames("droute")]
[EntityCategories("direct")]
[AdditionalPrinterColumn(".spec.apiRef.name", "API", "string")]
[AdditionalPrinterColumn(".spec.match.method", "Method", "string")]
[AdditionalPrinterColumn(".spec.match.path", "Path", "string")]
[AdditionalPrinterColumn(".spec.target.action", "Action", "string")]
[AdditionalPrinterColumn(".status.integrationUri", "Integration", "string", Priority = 1)]
[AdditionalPrinterColumn(".status.auth", "Auth", "string", Description = "How clients prove who they are; None lets anyone call.")]
[AdditionalPrinterColumn(".status.conditions[?(@.type==\"Ready\")].status", "Ready", "string")]
[AdditionalPrinterColumn(".status.conditions[?(@.type==\"Ready\")].reason", "Reason", "string")]
[AdditionalPrinterColumn(".status.url", "URL", "string", Priority = 1)]
[AdditionalPrinterColumn(".status.roleArn", "Role", "string", Priority = 1)]
[AdditionalPrinterColumn(".metadata.creationTimestamp", "Age", "date")]
[ListMap("status.conditions", "type")]
[ValidationRule("[has(self.action), has(self.lambda), has(self.http), has(self.mock), has(self.raw)].filter(x, x).size() == 1", "a target is exactly one of action, lambda, http, mock and raw", At = "spec.target")]
[ValidationRule("has(self.action) || (!has(self.resource) && !has(self.parameters) && !has(self.protocol))", "resource, parameters and protocol go with action", At = "spec.target")]
[ValidationRule("!has(self.action) || has(self.resource)", "an action works on a resource: give its ARN", At = "spec.target")]
[ValidationRule("!has(self.schema) || !has(self.model)", "a body is checked by schema or by model, not by both", At = "spec.request")]
public sealed record DirectRouteResource : CustomKubernetesEntity<DirectRouteSpec, DirectRouteStatus>
{
    /// <summary>The kind.</summary>
    public const string ResourceKind = "DirectRoute";
}

/// <summary>What the operator found and did.</summary>
public sealed record DirectRouteStatus : ResourceStatus
{
    /// <summary>The address of the route on the API's first stage.</summary>
    public string? Url { get; init; }

    /// <summary>How clients prove who they are, as it is in force.</summary>
    public string? Auth { get; init; }

    /// <summary>What API Gateway calls: the integration's URI, or the service and action on an HTTP API.</summary>
    public string? IntegrationUri { get; init; }

    /// <summary>The ARN of the role that API Gateway assumes for the call.</summary>
    public string? RoleArn { get; init; }

    /// <summary>The id of the REST API's resource.</summary>
    public string? ResourceId { get; init; }

    /// <summary>The id of the HTTP API's route.</summary>
    public string? RouteId { get; init; }

    /// <summary>The id of the HTTP API's integration.</summary>
    public string? IntegrationId { get; init; }
}

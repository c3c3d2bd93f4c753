using DirectRoute.Core.Manifests;
using DirectRoute.Kubernetes.CustomResourceDefinitions;
using DirectRoute.Kubernetes.Entities;

namespace DirectRoute.Operator.Resources;

/// <summary>An AWS account and region for the APIs that name it; the one named default serves those that name none.</summary>
[KubernetesEntity(Group = Group.Name, ApiVersion = Group.Version, Kind = ResourceKind, PluralName = "awsaccounts")]
[EntityScope(EntityScope.Cluster)]
[KubernetesEntityShortNames("awsacc")]
[EntityCategories("direct")]
[AdditionalPrinterColumn(".status.accountId", "Account", "string")]
[AdditionalPrinterColumn(".spec.region", "Region", "string")]
[AdditionalPrinterColumn(".status.conditions[?(@.type==\"Ready\")].status", "Ready", "string")]
[AdditionalPrinterColumn(".status.conditions[?(@.type==\"Ready\")].reason", "Reason", "string")]
[AdditionalPrinterColumn(".status.callerArn", "Caller", "string", Priority = 1)]
[AdditionalPrinterColumn(".metadata.creationTimestamp", "Age", "date")]
[ListMap("status.conditions", "type")]
[ValidationRule("self.from != 'Same'", "an AwsAccount has no namespace of its own: use All or Selector", At = "spec.namespaces", FieldPath = ".from")]
[ValidationRule("(self.from == 'Selector') == has(self.selector)", "selector goes with from: Selector, and only with it", At = "spec.namespaces")]
[ValidationRule("self.from != 'Same'", "an AwsAccount has no namespace of its own: use All or Selector", At = "spec.grants[].namespaces", FieldPath = ".from")]
[ValidationRule("(self.from == 'Selector') == has(self.selector)", "selector goes with from: Selector, and only with it", At = "spec.grants[].namespaces")]
[ValidationRule("self.all(r, r == '*' || r.startsWith('arn:'))", "a resource is an ARN or a pattern of one; * alone is every resource", At = "spec.grants[].resources")]
public sealed record AwsAccount : CustomKubernetesEntity<AwsAccountSpec, AwsAccountStatus>
{
    /// <summary>The kind.</summary>
    public const string ResourceKind = "AwsAccount";

    /// <summary>The name of the account that serves whoever names none.</summary>
    public const string DefaultName = "default";
}

/// <summary>What the operator found.</summary>
public sealed record AwsAccountStatus : ResourceStatus
{
    /// <summary>The account's twelve digits.</summary>
    public string? AccountId { get; init; }

    /// <summary>The partition, such as aws or aws-cn.</summary>
    public string? Partition { get; init; }

    /// <summary>As whom AWS sees the operator.</summary>
    public string? CallerArn { get; init; }

    /// <summary>How many DirectApis use the account.</summary>
    public int? Apis { get; init; }
}

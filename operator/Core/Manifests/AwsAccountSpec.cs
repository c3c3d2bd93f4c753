using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace DirectRoute.Core.Manifests;

/// <summary>An AWS account and region: where, as whom, and for which namespaces the operator works.</summary>
public sealed record AwsAccountSpec
{
    /// <summary>The region of APIs that name none, such as <c>us-east-1</c>.</summary>
    [RegularExpression(Patterns.Region), MaxLength(32)]
    public required string Region { get; init; }

    /// <summary>As whom the operator calls AWS. Default: the ambient chain of the operator's pod (IRSA and EKS Pod Identity included).</summary>
    public AwsCredentials? Credentials { get; init; }

    /// <summary>Sends every AWS call to this endpoint instead of AWS, such as a local gateway.</summary>
    [RegularExpression(Patterns.EndpointUrl), MaxLength(2048)]
    public string? EndpointUrl { get; init; }

    /// <summary>Sends the calls of one service to its own endpoint. It outranks endpointUrl.</summary>
    public AwsEndpointUrls? EndpointUrls { get; init; }

    /// <summary>What every IAM role that the operator creates in this account has.</summary>
    public RoleDefaults? Roles { get; init; }

    /// <summary>The namespaces whose resources may use this account. Default: all.</summary>
    public NamespaceSelector? Namespaces { get; init; }

    /// <summary>
    /// Which namespaces may have which actions called on which resources. Checked before any policy is written. Default: every namespace that may use the
    /// account may have everything called; with an empty list, none may have anything called.
    /// </summary>
    [MaxLength(100)]
    public IReadOnlyList<PermissionGrant>? Grants { get; init; }

    /// <summary>How fast the operator may call API Gateway's control plane. Default: AWS's own quota.</summary>
    public RequestLimits? Limits { get; init; }
}

/// <summary>As whom the operator calls AWS.</summary>
public sealed record AwsCredentials
{
    /// <summary>A role to assume, with the secret's or else the ambient credentials.</summary>
    public AssumeRole? AssumeRole { get; init; }

    /// <summary>A Secret with a long-lived or temporary access key.</summary>
    public SecretReference? SecretRef { get; init; }
}

/// <summary>A role that the operator assumes before it calls AWS.</summary>
public sealed record AssumeRole
{
    /// <summary>The role's ARN.</summary>
    [RegularExpression(Patterns.RoleArn), MaxLength(2048)]
    public required string RoleArn { get; init; }

    /// <summary>The external id that the role's trust policy asks for.</summary>
    [RegularExpression("^[\\w+=,.@:/-]+$"), Length(2, 1224)]
    public string? ExternalId { get; init; }

    /// <summary>The session's name in CloudTrail.</summary>
    [RegularExpression("^[\\w+=,.@-]+$"), Length(2, 64), DefaultValue("directroute")]
    public string? SessionName { get; init; }
}

/// <summary>A Secret in the operator's own namespace, with the keys aws_access_key_id, aws_secret_access_key and, for temporary credentials, aws_session_token.</summary>
public sealed record SecretReference
{
    /// <summary>The Secret's name.</summary>
    [RegularExpression(Patterns.DnsSubdomain), Length(1, 253)]
    public required string Name { get; init; }
}

/// <summary>An endpoint a service, instead of AWS's own.</summary>
public sealed record AwsEndpointUrls
{
    /// <summary>API Gateway's control plane, REST, HTTP and WebSocket alike.</summary>
    [RegularExpression(Patterns.EndpointUrl), MaxLength(2048)]
    public string? ApiGateway { get; init; }

    /// <summary>IAM.</summary>
    [RegularExpression(Patterns.EndpointUrl), MaxLength(2048)]
    public string? Iam { get; init; }

    /// <summary>STS.</summary>
    [RegularExpression(Patterns.EndpointUrl), MaxLength(2048)]
    public string? Sts { get; init; }
}

/// <summary>What every IAM role that the operator creates has.</summary>
public sealed record RoleDefaults
{
    /// <summary>The path of the roles, with a slash at both ends.</summary>
    [RegularExpression(Patterns.IamPath), Length(1, 512), DefaultValue("/")]
    public string? Path { get; init; }

    /// <summary>What the names of the roles begin with.</summary>
    [RegularExpression("^[\\w+=,.@-]*$"), MaxLength(32), DefaultValue("directroute-")]
    public string? NamePrefix { get; init; }

    /// <summary>The ARN of the managed policy that bounds what the roles may do.</summary>
    [RegularExpression(Patterns.PolicyArn), MaxLength(2048)]
    public string? PermissionsBoundary { get; init; }

    /// <summary>Tags for every role, besides the operator's own.</summary>
    [MaxLength(40)]
    public IReadOnlyDictionary<string, string>? Tags { get; init; }
}

/// <summary>How fast the operator may call API Gateway's control plane in one region of the account.</summary>
public sealed record RequestLimits
{
    /// <summary>Requests a second. AWS allows an account 10 in all.</summary>
    [Range(1, 10), DefaultValue(10)]
    public int? RequestsPerSecond { get; init; }

    /// <summary>Requests at once after a pause. AWS allows an account 40 in all.</summary>
    [Range(1, 40), DefaultValue(40)]
    public int? Burst { get; init; }
}

using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace DirectRoute.Core.Manifests;

/// <summary>An IAM role that API Gateway assumes for routes. Its policy is what the routes that name it need, no more.</summary>
public sealed record IntegrationRoleSpec
{
    /// <summary>The account that holds the role. Default: the AwsAccount named default.</summary>
    public AccountReference? AccountRef { get; init; }

    /// <summary>The role's name in AWS. Default: the account's prefix, namespace, name and a short hash. It cannot be changed.</summary>
    [RegularExpression("^[\\w+=,.@-]+$"), Length(1, 64)]
    public string? RoleName { get; init; }

    /// <summary>The role's path, with a slash at both ends. Default: the account's. It cannot be changed.</summary>
    [RegularExpression(Patterns.IamPath), Length(1, 512)]
    public string? Path { get; init; }

    /// <summary>The role's description in AWS.</summary>
    [RegularExpression("^[\\x09\\x0A\\x0D\\x20-\\x7E\\xA1-\\xFF]*$"), MaxLength(1000)]
    public string? Description { get; init; }

    /// <summary>The ARN of the managed policy that bounds what the role may do. Default: the account's.</summary>
    [RegularExpression(Patterns.PolicyArn), MaxLength(2048)]
    public string? PermissionsBoundary { get; init; }

    /// <summary>The longest session, in seconds.</summary>
    [Range(3600, 43200), DefaultValue(3600)]
    public int? MaxSessionDuration { get; init; }

    /// <summary>Tags in AWS, besides the account's and the operator's own.</summary>
    [MaxLength(40)]
    public IReadOnlyDictionary<string, string>? Tags { get; init; }

    /// <summary>Policy statements besides those that the routes need.</summary>
    [MaxLength(50)]
    public IReadOnlyList<PolicyStatement>? Statements { get; init; }

    /// <summary>Managed policies to attach besides, at most ten.</summary>
    [MaxLength(10)]
    public IReadOnlyList<string>? ManagedPolicyArns { get; init; }

    /// <summary>Uses a role that somebody else manages: the operator only checks that it is there. Excludes every field that describes a role to make; of the others only accountRef counts.</summary>
    [RegularExpression(Patterns.RoleArn), MaxLength(2048)]
    public string? ExistingRoleArn { get; init; }

    /// <summary>What becomes of the role in AWS when this resource is deleted.</summary>
    [DefaultValue(Manifests.DeletionPolicy.Delete)]
    public DeletionPolicy? DeletionPolicy { get; init; }
}

/// <summary>One statement of an IAM policy.</summary>
public sealed record PolicyStatement
{
    /// <summary>The statement's name: letters and digits.</summary>
    [RegularExpression("^[a-zA-Z0-9]*$"), MaxLength(100)]
    public string? Sid { get; init; }

    /// <summary>Allow or Deny.</summary>
    public required PolicyEffect Effect { get; init; }

    /// <summary>Actions in IAM's notation, wildcards allowed.</summary>
    [Length(1, 100)]
    public required IReadOnlyList<string> Action { get; init; }

    /// <summary>ARNs of the resources, wildcards allowed.</summary>
    [Length(1, 100)]
    public required IReadOnlyList<string> Resource { get; init; }

    /// <summary>Conditions as IAM writes them: operator, key, values.</summary>
    public JsonObject? Condition { get; init; }
}

/// <summary>Whether a statement allows or denies.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PolicyEffect>))]
public enum PolicyEffect
{
    /// <summary>The statement grants.</summary>
    Allow,

    /// <summary>The statement forbids.</summary>
    Deny,
}

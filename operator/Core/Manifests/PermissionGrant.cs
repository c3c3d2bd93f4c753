using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace DirectRoute.Core.Manifests;

/// <summary>What some namespaces may have called in an account. Grants add up; none takes away what another gives.</summary>
public sealed record PermissionGrant
{
    /// <summary>The namespaces that may. Default: all that may use the account.</summary>
    public NamespaceSelector? Namespaces { get; init; }

    /// <summary>Actions in IAM's notation, such as sqs:SendMessage or dynamodb:Get*; * is any number of characters, ? is one, and case does not matter.</summary>
    [Length(1, 50)]
    public required IReadOnlyList<string> Actions { get; init; }

    /// <summary>ARNs of the resources, such as arn:aws:sqs:*:123456789012:orders-*; * alone is every resource.</summary>
    [Length(1, 50)]
    public required IReadOnlyList<string> Resources { get; init; }

    /// <summary>Whether routes without authorization, which anyone on the internet can call, may use the grant.</summary>
    [DefaultValue(true)]
    public bool? Public { get; init; }
}

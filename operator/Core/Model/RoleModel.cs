using DirectRoute.Core.Collections;
using DirectRoute.Core.Manifests;

namespace DirectRoute.Core.Model;

/// <summary>An IAM role as IAM holds it: what is desired, and equally what was observed.</summary>
public sealed record RoleModel
{
    public required string Name { get; init; }

    /// <summary>With a slash at both ends.</summary>
    public required string Path { get; init; }
    public string? Description { get; init; }

    /// <summary>The ARN of a managed policy.</summary>
    public string? PermissionsBoundary { get; init; }

    /// <summary>Seconds.</summary>
    public required int MaxSessionDuration { get; init; }

    /// <summary>All tags, the owner's included.</summary>
    public ValueMap<string> Tags { get; init; }
    public required PolicyModel TrustPolicy { get; init; }

    /// <summary>Inline policies by name; the operator's own is <see cref="InlinePolicyName"/>.</summary>
    public ValueMap<PolicyModel> InlinePolicies { get; init; }

    /// <summary>In ordinal order.</summary>
    public ValueList<string> ManagedPolicyArns { get; init; }

    /// <summary>The name of the inline policy that the operator writes.</summary>
    public const string InlinePolicyName = "directroute";
}

/// <summary>An IAM policy document, version 2012-10-17.</summary>
public sealed record PolicyModel
{
    public ValueList<StatementModel> Statements { get; init; }
}

/// <summary>A statement of a policy.</summary>
public sealed record StatementModel
{
    /// <summary>A label, without meaning.</summary>
    public string? Sid { get; init; }
    public PolicyEffect Effect { get; init; }

    /// <summary>Trust policies: the service, such as <c>apigateway.amazonaws.com</c>.</summary>
    public string? ServicePrincipal { get; init; }
    public ValueList<string> Actions { get; init; }

    /// <summary>Empty in trust policies.</summary>
    public ValueList<string> Resources { get; init; }

    /// <summary>Canonical JSON of the condition block, or null.</summary>
    public string? Condition { get; init; }

    /// <summary>What this model has no field for (<c>NotAction</c>, other principals), as a canonical JSON object: only ever observed, never desired.</summary>
    public string? Other { get; init; }
}

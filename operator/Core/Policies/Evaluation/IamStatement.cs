using DirectRoute.Core.Collections;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Policies.Evaluation.Conditions;

namespace DirectRoute.Core.Policies.Evaluation;

/// <summary>A statement of a policy.</summary>
internal sealed record IamStatement
{
    /// <summary>Its place in the document: the first is 1.</summary>
    public required int Number { get; init; }

    /// <summary>Its label; null when it has none.</summary>
    public string? Sid { get; init; }
    public required PolicyEffect Effect { get; init; }
    public required ActionElement Actions { get; init; }

    /// <summary>Null in policies that lie on a resource and need not name it, as trust policies.</summary>
    public ResourceElement? Resources { get; init; }

    /// <summary>Null in policies of identities, which are for whoever has them.</summary>
    public PrincipalElement? Principals { get; init; }

    /// <summary>All must be met.</summary>
    public ValueList<Condition> Conditions { get; init; }
}

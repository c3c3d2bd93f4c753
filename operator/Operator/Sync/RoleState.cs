using DirectRoute.Core.Collections;
using DirectRoute.Core.Compile;

namespace DirectRoute.Operator.Sync;

/// <summary>An IntegrationRole as its reconciler left it.</summary>
internal sealed record RoleState
{
    /// <summary>The ARN; null until the role exists.</summary>
    public string? Arn { get; init; }

    /// <summary>The AwsAccount that holds it.</summary>
    public required string AccountName { get; init; }

    /// <summary>What the role allows by now. With a role of somebody else's, nobody knows: null.</summary>
    public ValueList<Permission>? Granted { get; init; }

    /// <summary>Whether its reconciler still works on it, so that what is missing will come of itself.</summary>
    public bool IsSettled { get; init; }
}

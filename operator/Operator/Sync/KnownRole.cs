using DirectRoute.Core.Collections;
using DirectRoute.Core.Compile;
using DirectRoute.Core.Failures;

namespace DirectRoute.Operator.Sync;

/// <summary>An IntegrationRole as its reconciler left it.</summary>
internal sealed record KnownRole
{
    /// <summary>The ARN; null until the role exists.</summary>
    public string? Arn { get; init; }

    /// <summary>The AwsAccount that holds it.</summary>
    public required string AccountName { get; init; }

    /// <summary>What the role allows by now. With a role of somebody else's, nobody knows: null.</summary>
    public ValueList<Permission>? Granted { get; init; }

    /// <summary>Why the last run for it did not come to its end; null when it did, so that what it lacks is about to come.</summary>
    public Failure? Failure { get; init; }
}

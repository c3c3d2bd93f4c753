using DirectRoute.Core.Collections;
using DirectRoute.Core.Failures;
using DirectRoute.Core.Planning;

namespace DirectRoute.Operator.Sync;

/// <summary>What came of bringing an API to what the manifests say.</summary>
internal sealed record Deployment
{
    /// <summary>The API as it is now; null when nobody knows.</summary>
    public ObservedApi? Api { get; init; }

    /// <summary>Whether the API was in AWS before.</summary>
    public bool IsFound { get; init; }

    /// <summary>The role that the routes share; null when there is none.</summary>
    public string? RoleArn { get; init; }

    /// <summary>What was changed, a line each.</summary>
    public ValueList<string> Changes { get; init; }

    /// <summary>Calls that changed something.</summary>
    public int Calls { get; init; }

    /// <summary>Why it stopped; null when everything is as it should be.</summary>
    public Failure? Failure { get; init; }

    /// <summary>What would be done, where it may not be done; null otherwise.</summary>
    public Plan? Plan { get; init; }

    /// <summary>Stopped before anything was looked at.</summary>
    public static Deployment Stopped(Failure failure) => new() { Failure = failure };
}

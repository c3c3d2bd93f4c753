using DirectRoute.Core.Failures;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;
using DirectRoute.Core.Planning;

namespace DirectRoute.Operator.Cloud;

/// <summary>Makes <see cref="ICloud"/>s, and keeps one for equal settings. Cheap to ask again and again.</summary>
internal interface ICloudFactory
{
    /// <summary>The account and region that the settings describe. It makes no call.</summary>
    ICloud For(CloudSettings settings);
}

/// <summary>
/// One AWS account in one region, as one identity: the only way to AWS. Every call is metered, budgeted and timed; what AWS says no to
/// comes back as a <see cref="Failure"/>. Only cancellation by the caller throws.
/// </summary>
internal interface ICloud
{
    /// <summary>As whom AWS sees the operator.</summary>
    Task<Outcome<CallerIdentity>> GetCallerIdentityAsync(CancellationToken cancellationToken);

    /// <summary>
    /// The owner's API, or null when there is none. It is found by its last known id, else by its owner tags. An id that bears another owner's tags,
    /// or none, is a failure with the reason <see cref="FailureReasons.NotOwned"/>.
    /// </summary>
    Task<Outcome<ObservedApi?>> ObserveApiAsync(ApiLookup lookup, CancellationToken cancellationToken);

    /// <summary>
    /// The role of this name, or null when there is none. A role without the owner's tags is a failure with the reason
    /// <see cref="FailureReasons.NotOwned"/>.
    /// </summary>
    Task<Outcome<ObservedRole?>> ObserveRoleAsync(string roleName, Owner owner, CancellationToken cancellationToken);

    /// <summary>
    /// Makes a plan's calls one after the other until one fails. Observe right before: creating an API is not idempotent in AWS.
    /// A state that bears another owner's tags is refused without a call.
    /// </summary>
    Task<ApplyResult<ObservedApi>> ApplyApiAsync(Plan plan, ObservedApi? observed, Owner owner, CancellationToken cancellationToken);

    /// <summary>Makes a plan's calls one after the other until one fails. A state that bears another owner's tags is refused without a call.</summary>
    Task<ApplyResult<ObservedRole>> ApplyRoleAsync(Plan plan, ObservedRole? observed, Owner owner, CancellationToken cancellationToken);
}

/// <summary>As whom AWS sees the operator.</summary>
/// <param name="AccountId">Twelve digits.</param>
/// <param name="Arn">The user or the assumed role.</param>
/// <param name="Partition"><c>aws</c>, <c>aws-cn</c>, <c>aws-us-gov</c>, ...</param>
internal sealed record CallerIdentity(string AccountId, string Arn, string Partition);

/// <summary>Which API is looked for.</summary>
/// <param name="Protocol">Where to look: REST and HTTP APIs have separate lists.</param>
/// <param name="Owner">Whose tags it bears.</param>
/// <param name="ApiId">The id that was last known, from status: saves the search.</param>
internal sealed record ApiLookup(ApiProtocol Protocol, Owner Owner, string? ApiId)
{
    /// <summary>Which parts are wanted: those are looked at whether AWS uses them already or not.</summary>
    public ApiParts Wanted { get; init; }
}

/// <summary>How far a plan came.</summary>
internal sealed record ApplyResult<T> where T : class
{
    /// <summary>What is in AWS after the last call that succeeded, ids included; null when nothing was made yet or all was deleted.</summary>
    public required T? State { get; init; }

    /// <summary>How many calls succeeded.</summary>
    public required int Calls { get; init; }

    /// <summary>Why it stopped; null when it came to the plan's end.</summary>
    public Failure? Failure { get; init; }
}

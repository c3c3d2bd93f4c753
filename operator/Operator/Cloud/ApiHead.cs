using DirectRoute.Core.Collections;
using DirectRoute.Core.Failures;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;

namespace DirectRoute.Operator.Cloud;

/// <summary>What a list of APIs tells of one.</summary>
internal sealed record ApiHead
{
    public required string Id { get; init; }
    public required string Name { get; init; }
    public string? Description { get; init; }

    /// <summary>HTTP: the address that AWS gave it.</summary>
    public string? Endpoint { get; init; }
    public EndpointType? EndpointType { get; init; }
    public bool DisableExecuteApiEndpoint { get; init; }
    public ApiKeySource? ApiKeySource { get; init; }
    public ValueList<string> BinaryMediaTypes { get; init; }
    public int? MinimumCompressionSize { get; init; }
    public string? Policy { get; init; }
    public CorsModel? Cors { get; init; }
    public ValueMap<string> Tags { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>This API, if it is the owner's.</summary>
    /// <exception cref="AwsCallException">It is somebody else's.</exception>
    public ApiHead OwnedBy(Owner owner) => owner.Owns(Tags) ? this : throw new AwsCallException(Ownership.Refused($"The API {Id} in AWS", Tags, owner));
}

/// <summary>The owner's API, and others that bear its tags too.</summary>
internal sealed record FoundApi(ApiHead Api, ValueList<string> Duplicates)
{
    /// <summary>The oldest of the owner's APIs: the one that a crash left first is the one that clients may know.</summary>
    public static FoundApi? Oldest(IEnumerable<ApiHead> candidates)
    {
        var ordered = candidates.OrderBy(a => a.CreatedAt).ThenBy(a => a.Id, StringComparer.Ordinal).ToList();
        return ordered.Count == 0 ? null : new(ordered[0], ordered.Skip(1).Select(a => a.Id).ToValueList());
    }
}

/// <summary>Says no to touching what is not ours.</summary>
internal static class Ownership
{
    public static Failure Refused(string what, IReadOnlyDictionary<string, string> tags, Owner owner)
    {
        var whose = Owner.From(tags) is { } other ? $"is owned by {other}" : "bears no owner tags";
        return new(
            FailureKind.Invalid, FailureReasons.NotOwned,
            $"{what} {whose} and not by {owner}, so the operator does not touch it. Choose another name, delete it, or give it this owner's tags: {Tags(owner)}.");
    }

    private static string Tags(Owner owner) => string.Join(", ", owner.Tags.Select(t => $"{t.Key}={t.Value}"));
}

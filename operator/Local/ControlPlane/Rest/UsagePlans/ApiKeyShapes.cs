using System.Collections.Immutable;

namespace DirectRoute.Local.ControlPlane.Rest.UsagePlans;

// API keys, member by member as in API Gateway's service model.

/// <summary>ApiKey.</summary>
internal sealed record ApiKey
{
    public string? Id { get; init; }

    /// <summary>What clients send: 20 to 128 characters, of which no two keys have the same.</summary>
    public string? Value { get; init; }
    public string? Name { get; init; }
    public string? CustomerId { get; init; }
    public string? Description { get; init; }
    public bool? Enabled { get; init; }

    /// <summary>Seconds since 1970.</summary>
    public long? CreatedDate { get; init; }

    /// <summary>Seconds since 1970.</summary>
    public long? LastUpdatedDate { get; init; }

    /// <summary><c>{apiId}/{stage}</c>: how keys were bound to stages before there were usage plans.</summary>
    public IReadOnlyList<string>? StageKeys { get; init; }
    public ImmutableSortedDictionary<string, string>? Tags { get; init; }
}

/// <summary>StageKey.</summary>
internal sealed record StageKey(string? RestApiId, string? StageName);

/// <summary>The body of CreateApiKey.</summary>
internal sealed record CreateApiKey
{
    public string? Name { get; init; }
    public string? Description { get; init; }
    public bool? Enabled { get; init; }

    /// <summary>Whether the id is to differ from the value; AWS's ids always do.</summary>
    public bool? GenerateDistinctId { get; init; }
    public string? Value { get; init; }
    public IReadOnlyList<StageKey>? StageKeys { get; init; }
    public string? CustomerId { get; init; }
    public ImmutableSortedDictionary<string, string>? Tags { get; init; }
}

/// <summary>ApiKeyIds: what an import made.</summary>
internal sealed record ApiKeyIds(IReadOnlyList<string> Ids, IReadOnlyList<string> Warnings);

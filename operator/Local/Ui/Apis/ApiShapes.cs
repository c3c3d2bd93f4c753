namespace DirectRoute.Local.Ui.Apis;

/// <summary>An API.</summary>
internal sealed record ApiView
{
    public required string Id { get; init; }
    public required string Name { get; init; }
    public required string Protocol { get; init; }
    public required string Region { get; init; }
    public required string AccountId { get; init; }

    /// <summary>None as long as nothing is deployed.</summary>
    public required IReadOnlyList<StageListing> Stages { get; init; }
}

/// <summary>A stage and what it serves.</summary>
internal sealed record StageListing
{
    public required string Name { get; init; }

    /// <summary>Where it answers, without a slash at the end.</summary>
    public required string Url { get; init; }

    /// <summary>Whether the API was changed since it was deployed here; null for not.</summary>
    public bool? IsBehind { get; init; }
    public required IReadOnlyList<RouteListing> Routes { get; init; }
}

/// <summary>A route as a stage serves it.</summary>
/// <param name="Method">The HTTP method; null for a route that has none, such as <c>$default</c>.</param>
/// <param name="Path">The path with its variables.</param>
/// <param name="Target">What it calls, in short.</param>
/// <param name="Uri">What it calls; null when that is no address.</param>
/// <param name="Auth">The authorization type; null for none.</param>
/// <param name="ApiKey">Whether it wants an API key; null for not.</param>
internal sealed record RouteListing(string? Method, string Path, string Target, string? Uri, string? Auth, bool? ApiKey);

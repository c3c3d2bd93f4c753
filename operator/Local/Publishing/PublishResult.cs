namespace DirectRoute.Local.Publishing;

/// <summary>What became of an API of a set.</summary>
/// <param name="Api">What was to be published.</param>
/// <param name="ApiId">Its id, the same whenever its key is.</param>
/// <param name="Stages">What is served, in ordinal order of name; none while the API has no route.</param>
public sealed record PublishResult(PublishedApi Api, string ApiId, IReadOnlyList<ServedStage> Stages)
{
    /// <summary>Whether anything is different from the set before.</summary>
    public bool IsChanged { get; init; }

    /// <summary>Why API Gateway would not take the API, in its words; what was served before still is. Null when it takes it.</summary>
    public string? Refusal { get; init; }
}

namespace DirectRoute.Kubernetes.Client;

/// <summary>The server's own account of a refusal.</summary>
internal sealed record ApiStatus
{
    public string? Kind { get; init; }
    public string? Message { get; init; }
    public string? Reason { get; init; }
    public int? Code { get; init; }
    public ApiStatusDetails? Details { get; init; }
}

/// <summary>What a refusal is about.</summary>
internal sealed record ApiStatusDetails
{
    public string? Name { get; init; }
    public string? Kind { get; init; }
    public IReadOnlyList<ApiStatusCause>? Causes { get; init; }
    public int? RetryAfterSeconds { get; init; }
}

/// <summary>One field that was refused.</summary>
internal sealed record ApiStatusCause
{
    public string? Reason { get; init; }
    public string? Message { get; init; }
    public string? Field { get; init; }
}

/// <summary>The metadata of a list.</summary>
internal sealed record ApiListMeta
{
    public string? ResourceVersion { get; init; }
    public string? Continue { get; init; }
}

/// <summary>What can be said of an object that is otherwise unreadable.</summary>
internal sealed record ApiObjectMeta
{
    public string? Name { get; init; }
    public string? Namespace { get; init; }
    public string? Uid { get; init; }
    public string? ResourceVersion { get; init; }
}

/// <summary>The body of a deletion.</summary>
internal sealed record DeleteRequest
{
    public string ApiVersion { get; } = "v1";
    public string Kind { get; } = "DeleteOptions";
    public DeletePreconditions? Preconditions { get; init; }
    public string? PropagationPolicy { get; init; }
    public IReadOnlyList<string>? DryRun { get; init; }
}

/// <summary>What must hold for a deletion to happen.</summary>
internal sealed record DeletePreconditions
{
    public string? Uid { get; init; }
    public string? ResourceVersion { get; init; }
}

/// <summary>What the server says of itself at <c>/version</c>.</summary>
public sealed record ServerVersion
{
    /// <summary>The release, such as <c>v1.33.1</c>.</summary>
    public required string GitVersion { get; init; }
    public string? Major { get; init; }
    public string? Minor { get; init; }
    public string? Platform { get; init; }
}

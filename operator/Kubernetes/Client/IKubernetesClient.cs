using DirectRoute.Kubernetes.Entities;

namespace DirectRoute.Kubernetes.Client;

/// <summary>
/// Typed access to one API server. Every call has a time-out and throws <see cref="KubernetesException"/> when the server refuses,
/// <see cref="HttpRequestException"/> when it cannot be reached, <see cref="TimeoutException"/> when it does not answer.
/// </summary>
public interface IKubernetesClient
{
    /// <summary>Reads one object, or null when there is none.</summary>
    Task<T?> GetAsync<T>(ObjectKey key, CancellationToken cancellationToken) where T : class, IKubernetesObject;

    /// <summary>Reads one page of a list. Objects that do not fit their type are in <see cref="ObjectList{T}.Undecodable"/>; the others are not held up by them.</summary>
    Task<ObjectList<T>> ListAsync<T>(ListOptions options, CancellationToken cancellationToken) where T : class, IKubernetesObject;

    /// <summary>Streams changes from a resource version on, until the server ends the watch (about <see cref="WatchOptions.Timeout"/>) or the token is cancelled.</summary>
    IAsyncEnumerable<WatchEvent<T>> WatchAsync<T>(WatchOptions options, CancellationToken cancellationToken) where T : class, IKubernetesObject;

    /// <summary>Creates an object.</summary>
    Task<T> CreateAsync<T>(T entity, WriteOptions options, CancellationToken cancellationToken) where T : class, IKubernetesObject;

    /// <summary>Changes an object, or its status when <see cref="WriteOptions.Subresource"/> says so.</summary>
    Task<T> PatchAsync<T>(ObjectKey key, Patch patch, WriteOptions options, CancellationToken cancellationToken) where T : class, IKubernetesObject;

    /// <summary>Replaces an object; its resourceVersion must still be current.</summary>
    Task<T> ReplaceAsync<T>(T entity, WriteOptions options, CancellationToken cancellationToken) where T : class, IKubernetesObject;

    /// <summary>Asks for deletion; false when there was nothing to delete.</summary>
    Task<bool> DeleteAsync<T>(ObjectKey key, DeleteOptions options, CancellationToken cancellationToken) where T : class, IKubernetesObject;
}

/// <summary>Which objects to list.</summary>
public sealed record ListOptions
{
    /// <summary>Only this namespace; null for all.</summary>
    public string? Namespace { get; init; }
    public string? LabelSelector { get; init; }
    public string? FieldSelector { get; init; }

    /// <summary>Objects a page; null lets the server send all at once.</summary>
    public int? Limit { get; init; }

    /// <summary>Where the previous page ended.</summary>
    public string? Continue { get; init; }

    /// <summary><c>0</c> accepts the server's cache; null asks for the newest.</summary>
    public string? ResourceVersion { get; init; }
}

/// <summary>Which changes to watch.</summary>
public sealed record WatchOptions
{
    /// <summary>Only this namespace; null for all.</summary>
    public string? Namespace { get; init; }
    public string? LabelSelector { get; init; }
    public string? FieldSelector { get; init; }

    /// <summary>Changes after this version.</summary>
    public required string ResourceVersion { get; init; }

    /// <summary>When the server is asked to end the watch.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(5);
}

/// <summary>How to write.</summary>
public sealed record WriteOptions
{
    /// <summary>No special wish.</summary>
    public static WriteOptions Default { get; } = new();

    /// <summary>The status of the object instead of the object.</summary>
    public static WriteOptions Status { get; } = new() { Subresource = "status" };

    /// <summary>A part of the object with an endpoint of its own, such as <c>status</c>.</summary>
    public string? Subresource { get; init; }

    /// <summary>Validate and answer, but store nothing.</summary>
    public bool DryRun { get; init; }

    /// <summary>Who owns the fields written; needed by <see cref="Patch.Apply"/>.</summary>
    public string? FieldManager { get; init; }

    /// <summary>Take fields over from other managers; only with <see cref="Patch.Apply"/>.</summary>
    public bool Force { get; init; }
}

/// <summary>How to delete.</summary>
public sealed record DeleteOptions
{
    /// <summary>No special wish.</summary>
    public static DeleteOptions Default { get; } = new();

    /// <summary>Delete only the object with this identity.</summary>
    public string? Uid { get; init; }

    /// <summary>Delete only this version.</summary>
    public string? ResourceVersion { get; init; }

    /// <summary><c>Foreground</c>, <c>Background</c> or <c>Orphan</c>; null for the kind's default.</summary>
    public string? PropagationPolicy { get; init; }
    public bool DryRun { get; init; }
}

/// <summary>One page of a list.</summary>
public sealed record ObjectList<T>
{
    public required IReadOnlyList<T> Items { get; init; }
    public required IReadOnlyList<UndecodableObject> Undecodable { get; init; }
    public required string ResourceVersion { get; init; }

    /// <summary>Where the next page begins; null after the last.</summary>
    public string? Continue { get; init; }
}

/// <summary>An object that the server holds and whose content does not fit its type.</summary>
/// <param name="Key">Its place.</param>
/// <param name="Uid">Its identity.</param>
/// <param name="ResourceVersion">Its version.</param>
/// <param name="Error">What does not fit, with the JSON path.</param>
public sealed record UndecodableObject(ObjectKey Key, string? Uid, string? ResourceVersion, string Error);

/// <summary>What a watch tells.</summary>
public enum WatchEventType
{
    Added,
    Modified,
    Deleted,

    /// <summary>Nothing changed; only the resource version moved on.</summary>
    Bookmark,
}

/// <summary>One change. <see cref="Object"/> is null for a bookmark and for an object that could not be decoded.</summary>
public sealed record WatchEvent<T>(WatchEventType Type, T? Object, UndecodableObject? Undecodable, string ResourceVersion);

/// <summary>A change of an object, in one of the four forms that the API server takes.</summary>
/// <param name="ContentType">The media type that names the form.</param>
/// <param name="Body">The patch itself, UTF-8.</param>
public sealed record Patch(string ContentType, ReadOnlyMemory<byte> Body)
{
    /// <summary>RFC 6902: a list of operations, tests included.</summary>
    public static Patch Json(ReadOnlyMemory<byte> operations) => new("application/json-patch+json", operations);

    /// <summary>RFC 7386: members replace members, null removes.</summary>
    public static Patch Merge(ReadOnlyMemory<byte> document) => new("application/merge-patch+json", document);

    /// <summary>Like merge, with lists merged by key; built-in kinds only.</summary>
    public static Patch StrategicMerge(ReadOnlyMemory<byte> document) => new("application/strategic-merge-patch+json", document);

    /// <summary>Server-side apply of the fields that the manager owns. The body may be JSON, which is YAML too.</summary>
    public static Patch Apply(ReadOnlyMemory<byte> document) => new("application/apply-patch+yaml", document);
}

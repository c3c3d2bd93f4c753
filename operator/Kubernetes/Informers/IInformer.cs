namespace DirectRoute.Kubernetes.Informers;

/// <summary>What informers of all kinds have in common.</summary>
public interface IInformer
{
    /// <summary>The kind that it follows.</summary>
    string Kind { get; }

    /// <summary>Whether the first list is in the store and was told to all handlers.</summary>
    bool HasSynced { get; }

    /// <summary>Since when nothing has been heard of the API server; for ever longer while it cannot be reached, else at most the time between two bookmarks.</summary>
    TimeSpan Silence { get; }

    /// <summary>Waits for <see cref="HasSynced"/>.</summary>
    Task WaitForSyncAsync(CancellationToken cancellationToken);

    /// <summary>Follows the kind until cancelled. Failures are waited out, for ever.</summary>
    Task RunAsync(CancellationToken cancellationToken);
}

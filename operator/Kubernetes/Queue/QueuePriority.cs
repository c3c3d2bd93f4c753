namespace DirectRoute.Kubernetes.Queue;

/// <summary>Which keys go first when more wait than workers are free.</summary>
public enum QueuePriority
{
    /// <summary>What can wait: the first list after a start, periodic checks. Served when nothing else waits, and every eighth time in any case.</summary>
    Low,

    /// <summary>What somebody waits for: a change.</summary>
    Normal,
}

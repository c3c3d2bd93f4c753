namespace DirectRoute.Kubernetes.Queue;

/// <summary>All that the queue knows of one key; it is kept as long as it says anything.</summary>
internal sealed class KeyState<TKey>(TKey key, long sequence)
    where TKey : notnull
{
    /// <summary>By due time; keys due at the same time in the order in which they were first seen.</summary>
    public static IComparer<KeyState<TKey>> ByDue { get; } =
        Comparer<KeyState<TKey>>.Create((a, b) => a.Due != b.Due ? Nullable.Compare(a.Due, b.Due) : a.Sequence.CompareTo(b.Sequence));

    public TKey Key { get; } = key;

    /// <summary>The priority with which a run is wanted; null when none is.</summary>
    public QueuePriority? Pending { get; set; }

    public long PendingSince { get; set; }

    public bool IsRunning { get; set; }

    public long StartedAt { get; set; }

    /// <summary>When it becomes pending by itself; null for never. Must not change while the state is in the sorted set.</summary>
    public long? Due { get; set; }

    public QueuePriority DuePriority { get; set; }

    public int Failures { get; set; }

    public bool IsIdle => Pending is null && !IsRunning && Due is null && Failures == 0;

    private long Sequence { get; } = sequence;
}

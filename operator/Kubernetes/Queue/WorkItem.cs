namespace DirectRoute.Kubernetes.Queue;

/// <summary>A key whose run begins now.</summary>
/// <param name="Key">The key.</param>
/// <param name="Failures">How many runs of it failed in a row before.</param>
public readonly record struct WorkItem<TKey>(TKey Key, int Failures)
    where TKey : notnull;

using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace DirectRoute.Operator.Sync;

/// <summary>What one reconciler worked out for others to use, in memory: made anew after a restart, by the same work that keeps it current.</summary>
internal sealed class Registry<TKey, TValue>
    where TKey : notnull
    where TValue : class
{
    private readonly ConcurrentDictionary<TKey, TValue> values = new();

    /// <summary>Told of every key whose value changed, came or went.</summary>
    public event Action<TKey>? Changed;

    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value) => values.TryGetValue(key, out value);

    public void Set(TKey key, TValue value)
    {
        if (values.TryGetValue(key, out var old) && old.Equals(value)) return;
        values[key] = value;
        Changed?.Invoke(key);
    }

    public void Remove(TKey key)
    {
        if (values.TryRemove(key, out _)) Changed?.Invoke(key);
    }
}

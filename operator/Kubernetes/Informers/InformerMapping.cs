using DirectRoute.Kubernetes.Entities;
using DirectRoute.Kubernetes.Queue;

namespace DirectRoute.Kubernetes.Informers;

/// <summary>Turns changes of one kind into keys of whatever depends on it.</summary>
public static class InformerMapping
{
    /// <summary>Queues the keys of every change that matters; what was there before waits behind what happens now.</summary>
    /// <param name="informer">Whose changes.</param>
    /// <param name="queue">Where the keys go.</param>
    /// <param name="keys">The keys that depend on the change.</param>
    /// <param name="when">Which changes matter; <see cref="ChangeFilter.Consequential"/> when null, so that status writes do not.</param>
    /// <param name="settle">How long a key waits after its first change, so that the changes of a burst are one run; at once by default.</param>
    public static IDisposable Map<T, TKey>(
        this Informer<T> informer,
        WorkQueue<TKey> queue,
        Func<InformerEvent<T>, IEnumerable<TKey>> keys,
        Func<InformerEvent<T>, bool>? when = null,
        TimeSpan settle = default)
        where T : class, IKubernetesObject
        where TKey : notnull
    {
        ArgumentNullException.ThrowIfNull(informer);
        var matters = when ?? ChangeFilter.Consequential;
        return informer.Subscribe(change =>
        {
            if (!matters(change)) return;
            var priority = change.IsInitial ? QueuePriority.Low : QueuePriority.Normal;
            foreach (var key in keys(change)) queue.AddAfter(key, settle, priority);
        });
    }

    /// <summary>
    /// As <see cref="Map"/>, by the object: an update queues the keys of the old and of the new state, so that what an object has left learns of it too.
    /// </summary>
    public static IDisposable MapObjects<T, TKey>(
        this Informer<T> informer,
        WorkQueue<TKey> queue,
        Func<T, IEnumerable<TKey>> keys,
        Func<InformerEvent<T>, bool>? when = null,
        TimeSpan settle = default)
        where T : class, IKubernetesObject
        where TKey : notnull =>
        informer.Map(queue, change => change.Objects.SelectMany(keys).Distinct(), when, settle);
}

using DirectRoute.Kubernetes.Runtime;

namespace DirectRoute.Kubernetes.Events;

/// <summary>The series that go on, and how much each object may still write. Used by one thread. It forgets whatever the window has passed by.</summary>
internal sealed class SeriesTable(EventRecorderOptions options, TimeProvider time)
{
    private readonly Dictionary<EventSeries, SeriesState> series = [];
    private readonly Dictionary<string, TokenBucket> buckets = new(StringComparer.Ordinal);
    private DateTimeOffset sweptAt = time.GetUtcNow();

    /// <summary>Counts happenings of a series, which begins anew if it was quiet for longer than the window.</summary>
    public SeriesState Count(EventSeries key, int times, DateTimeOffset at)
    {
        Sweep();
        if (!series.TryGetValue(key, out var state) || IsOver(state, at))
        {
            series[key] = state = new SeriesState(key.NameAt(at, options.Window, options.Component), at);
        }
        state.Count += times;
        state.LastAt = at;
        return state;
    }

    /// <summary>Whether an object may write once more now.</summary>
    public bool MayWrite(string objectUid)
    {
        if (!buckets.TryGetValue(objectUid, out var bucket)) buckets[objectUid] = bucket = new TokenBucket(options.WritesPerSecond, options.Burst, time);
        return bucket.TryTake();
    }

    private void Sweep()
    {
        var now = time.GetUtcNow();
        if (now - sweptAt < options.Window) return;
        sweptAt = now;
        foreach (var (key, state) in series) if (IsOver(state, now)) series.Remove(key);
        foreach (var (uid, bucket) in buckets) if (bucket.IsFull) buckets.Remove(uid);
    }

    private bool IsOver(SeriesState state, DateTimeOffset now) => now - state.LastAt > options.Window;
}

/// <summary>How far a series has come.</summary>
internal sealed class SeriesState(string name, DateTimeOffset firstAt)
{
    public string Name { get; } = name;

    public DateTimeOffset FirstAt { get; } = firstAt;

    public DateTimeOffset LastAt { get; set; } = firstAt;

    public int Count { get; set; }

    /// <summary>Whether the API server has it, so that the next happening is a patch.</summary>
    public bool IsStored { get; set; }
}

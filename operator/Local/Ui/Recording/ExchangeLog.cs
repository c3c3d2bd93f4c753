using System.Collections.Immutable;
using DirectRoute.Local.DataPlane;

namespace DirectRoute.Local.Ui.Recording;

/// <summary>Keeps the last requests, as many as fit. Who writes waits for no reader: readers are told that there is more, and take what is there when they come.</summary>
internal sealed class ExchangeLog : IExchangeObserver
{
    /// <summary>How many requests are kept.</summary>
    public const int MaxCount = 500;

    /// <summary>How much of them is kept, in bytes.</summary>
    public const int MaxBytes = 32 * 1024 * 1024;

    private readonly Lock gate = new();
    private readonly Queue<RecordedExchange> kept = new();
    private ImmutableArray<Viewer> viewers = [];
    private long last;
    private long bytes;

    /// <summary>Another log begins anew, with the same numbers for other requests.</summary>
    public string Id { get; } = Guid.NewGuid().ToString("N");

    /// <inheritdoc />
    public void Completed(Exchange exchange)
    {
        lock (gate)
        {
            var recorded = RecordedExchange.Of(exchange, ++last);
            kept.Enqueue(recorded);
            bytes += recorded.Bytes;
            while (kept.Count > MaxCount || (bytes > MaxBytes && kept.Count > 1)) bytes -= kept.Dequeue().Bytes;
        }
        foreach (var viewer in viewers) viewer.Tell();
    }

    /// <summary>What is kept of the requests behind a number, in their order.</summary>
    public IReadOnlyList<RecordedExchange> After(long sequence)
    {
        lock (gate) return [.. kept.SkipWhile(e => e.Sequence <= sequence)];
    }

    /// <summary>One request; null when it is not kept, or never was.</summary>
    public RecordedExchange? Find(long sequence)
    {
        lock (gate) return kept.FirstOrDefault(e => e.Sequence == sequence);
    }

    /// <summary>Tells a viewer of requests from now on.</summary>
    public void Add(Viewer viewer) => ImmutableInterlocked.Update(ref viewers, (all, added) => all.Add(added), viewer);

    /// <summary>Tells it no more.</summary>
    public void Remove(Viewer viewer) => ImmutableInterlocked.Update(ref viewers, (all, gone) => all.Remove(gone), viewer);
}

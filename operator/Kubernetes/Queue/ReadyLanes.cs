namespace DirectRoute.Kubernetes.Queue;

/// <summary>
/// Pending keys in order, a lane for each priority. A key whose priority rose stands in both lanes; its place in the lower one is then void,
/// which <see cref="Next"/> notices. Each call of <see cref="Next"/> uses up one place, void or not.
/// </summary>
internal sealed class ReadyLanes<TKey>
    where TKey : notnull
{
    private const int LowEvery = 8;
    private readonly Queue<KeyState<TKey>> normal = new();
    private readonly Queue<KeyState<TKey>> low = new();
    private int turns;

    public void Place(KeyState<TKey> state) => Lane(state.Pending).Enqueue(state);

    /// <summary>The key whose turn it is, or null if the place was void.</summary>
    public KeyState<TKey>? Next()
    {
        var isLowTurn = ++turns % LowEvery == 0;
        var lane = normal.Count == 0 || (isLowTurn && low.Count > 0) ? low : normal;
        return lane.TryDequeue(out var state) && !state.IsRunning && state.Pending is { } priority && Lane(priority) == lane ? state : null;
    }

    private Queue<KeyState<TKey>> Lane(QueuePriority? priority) => priority == QueuePriority.Low ? low : normal;
}

namespace DirectRoute.Local.Clocks;

/// <summary>
/// A clock that stands still, and goes ahead as soon as somebody would have to wait for it: a call that a quota or a fault refuses with a
/// <c>Retry-After</c> moves it to the moment from which the call may be repeated, as if the client had waited. So a client that repeats at once is in the
/// right, and what takes minutes under AWS's quotas takes as long as the work itself. It never goes back, and calls that are refused at the same moment
/// move it once. Only the date is simulated: timestamps and timers are real, so that durations can be measured and a backend has the time it needs.
/// </summary>
public sealed class SimulatedClock(DateTimeOffset start) : TimeProvider
{
    private readonly DateTimeOffset began = start;
    private long ticks = start.UtcTicks;

    /// <summary>How far it has gone ahead since its start.</summary>
    public TimeSpan Advanced => GetUtcNow() - began;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => new(Volatile.Read(ref ticks), TimeSpan.Zero);

    /// <summary>Goes to a moment, unless it is there already, or past it.</summary>
    public void AdvanceTo(DateTimeOffset moment)
    {
        var target = moment.UtcTicks;
        for (var seen = Volatile.Read(ref ticks); seen < target;)
        {
            var before = Interlocked.CompareExchange(ref ticks, target, seen);
            if (before == seen) return;
            seen = before;
        }
    }
}

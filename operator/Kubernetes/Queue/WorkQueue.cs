using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using DirectRoute.Kubernetes.Runtime;

namespace DirectRoute.Kubernetes.Queue;

/// <summary>
/// The keys that need a run. A key runs once at a time and is pending at most once, however often it is added: a key added while it runs, runs
/// once more afterwards. Delays and failures are kept per key.
/// <para>
/// A run that begins sees everything that was known when it began, so it takes the key's delay with it, if there was one: the run decides
/// when it wants to run next. At most one delay per key exists; the earliest wins.
/// </para>
/// </summary>
/// <typeparam name="TKey">What is run; compared by its own equality.</typeparam>
[SuppressMessage("Naming", "CA1711", Justification = "The name that controller authors know; it is a queue, though not a collection.")]
public sealed class WorkQueue<TKey> : IQueueGauges, IDisposable
    where TKey : notnull
{
    private static readonly TimeSpan LongestTimer = TimeSpan.FromDays(1);
    private static readonly TimeSpan ShortestTimer = TimeSpan.FromMilliseconds(1);

    private readonly Lock gate = new();
    private readonly Dictionary<TKey, KeyState<TKey>> keys = [];
    private readonly SortedSet<KeyState<TKey>> delays = new(KeyState<TKey>.ByDue);
    private readonly ReadyLanes<TKey> ready = new();
    private readonly Channel<bool> slots = Channel.CreateUnbounded<bool>();
    private readonly TaskCompletionSource idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly WorkQueueOptions options;
    private readonly RuntimeServices services;
    private readonly KeyValuePair<string, object?> tag;
    private readonly TokenBucket? retries;
    private readonly ITimer timer;
    private long sequence;
    private int pending;
    private int running;
    private bool stopped;

    /// <summary>Creates an empty queue.</summary>
    /// <param name="name">Its name in metrics.</param>
    /// <param name="options">How it treats failures.</param>
    /// <param name="services">Clock, logs and metrics.</param>
    public WorkQueue(string name, WorkQueueOptions options, RuntimeServices services)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(services);
        Name = name;
        this.options = options;
        this.services = services;
        tag = KubernetesMetrics.Tag("queue", name);
        if (options.RetriesPerSecond is { } rate) retries = new TokenBucket(rate, options.RetryBurst, services.Time);
        timer = services.Time.CreateTimer(_ => ReleaseDue(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        services.Metrics.Register(this);
    }

    /// <summary>The name in metrics.</summary>
    public string Name { get; }

    /// <summary>How many keys are pending and not running.</summary>
    public int Depth
    {
        get { lock (gate) return pending; }
    }

    /// <summary>How many keys wait for their time.</summary>
    public int Delayed
    {
        get { lock (gate) return delays.Count; }
    }

    /// <summary>How many runs have begun and not ended.</summary>
    public int Running
    {
        get { lock (gate) return running; }
    }

    /// <summary>How long the longest present run has taken.</summary>
    public TimeSpan LongestRunning
    {
        get
        {
            lock (gate)
            {
                var since = keys.Values.Where(k => k.IsRunning).Select(k => k.StartedAt).DefaultIfEmpty(Now).Min();
                return Elapsed(since);
            }
        }
    }

    private long Now => services.Time.GetTimestamp();

    /// <summary>Makes a key pending. Nothing happens after <see cref="ShutDownAsync"/>.</summary>
    public void Add(TKey key, QueuePriority priority = QueuePriority.Normal)
    {
        lock (gate)
        {
            if (!stopped) MakePending(StateOf(key), priority);
        }
    }

    /// <summary>Makes a key pending after a while, unless a run begins or an earlier delay ends before.</summary>
    public void AddAfter(TKey key, TimeSpan delay, QueuePriority priority = QueuePriority.Normal)
    {
        lock (gate)
        {
            if (!stopped) Schedule(StateOf(key), delay, priority);
        }
    }

    /// <summary>Makes a key pending after its backoff, which grows with each call until <see cref="Forget"/>.</summary>
    /// <param name="key">The key whose run failed.</param>
    /// <param name="atLeast">Wait no shorter than this: what a server asked for.</param>
    /// <returns>How long the key waits.</returns>
    public TimeSpan Retry(TKey key, TimeSpan? atLeast = null)
    {
        services.Metrics.QueueRetries.Add(1, tag);
        lock (gate)
        {
            if (stopped) return TimeSpan.Zero;
            var state = StateOf(key);
            state.Failures++;
            var delay = RetryDelay(state.Failures, atLeast ?? TimeSpan.Zero);
            Schedule(state, delay, QueuePriority.Normal);
            return delay;
        }
    }

    /// <summary>Ends a key's backoff, after success.</summary>
    public void Forget(TKey key)
    {
        lock (gate)
        {
            if (!keys.TryGetValue(key, out var state)) return;
            state.Failures = 0;
            DropIfIdle(state);
        }
    }

    /// <summary>Waits for a key and begins its run, which <see cref="Complete"/> ends; null after <see cref="ShutDownAsync"/>.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled first; no run has begun.</exception>
    public async ValueTask<WorkItem<TKey>?> TakeAsync(CancellationToken cancellationToken)
    {
        while (await slots.Reader.WaitToReadAsync(cancellationToken).ConfigureAwait(false))
        {
            while (slots.Reader.TryRead(out _))
            {
                if (TryBegin() is { } item) return item;
            }
        }
        return null;
    }

    /// <summary>Ends a run. The key is pending again at once if it was added meanwhile.</summary>
    public void Complete(TKey key)
    {
        lock (gate)
        {
            if (!keys.TryGetValue(key, out var state) || !state.IsRunning) throw new InvalidOperationException($"No run of '{key}' has begun.");
            state.IsRunning = false;
            running--;
            services.Metrics.QueueWork.Record(Elapsed(state.StartedAt).TotalSeconds, tag);
            if (state.Pending is not null && !stopped) Enqueue(state);
            DropIfIdle(state);
            if (stopped && running == 0) idle.TrySetResult();
        }
    }

    /// <summary>Hands out no more keys and forgets those that wait: whoever comes next lists everything anyway.</summary>
    /// <returns>Ends when the last run has ended.</returns>
    public Task ShutDownAsync()
    {
        lock (gate)
        {
            stopped = true;
            pending = 0;
            delays.Clear();
            if (running == 0) idle.TrySetResult();
        }
        slots.Writer.TryComplete();
        return idle.Task;
    }

    /// <summary>Shuts down without waiting for runs.</summary>
    public void Dispose()
    {
        _ = ShutDownAsync();
        timer.Dispose();
        services.Metrics.Unregister(this);
    }

    private WorkItem<TKey>? TryBegin()
    {
        lock (gate)
        {
            if (stopped || ready.Next() is not { } state) return null;
            Unschedule(state);
            state.Pending = null;
            state.IsRunning = true;
            state.StartedAt = Now;
            pending--;
            running++;
            services.Metrics.QueueLatency.Record(Elapsed(state.PendingSince).TotalSeconds, tag);
            return new WorkItem<TKey>(state.Key, state.Failures);
        }
    }

    private void MakePending(KeyState<TKey> state, QueuePriority priority)
    {
        if (state.Pending >= priority) return;
        var isNew = state.Pending is null;
        state.Pending = priority;
        if (isNew)
        {
            state.PendingSince = Now;
            services.Metrics.QueueAdds.Add(1, tag);
        }
        if (state.IsRunning) return;
        if (isNew) Enqueue(state);
        else Place(state);
    }

    private void Enqueue(KeyState<TKey> state)
    {
        pending++;
        Place(state);
    }

    private void Place(KeyState<TKey> state)
    {
        ready.Place(state);
        slots.Writer.TryWrite(true);
    }

    private void Schedule(KeyState<TKey> state, TimeSpan delay, QueuePriority priority)
    {
        if (delay <= TimeSpan.Zero)
        {
            MakePending(state, priority);
            return;
        }
        var due = Now + (long)(delay.TotalSeconds * services.Time.TimestampFrequency);
        if (state.Due <= due) return;
        Unschedule(state);
        state.Due = due;
        state.DuePriority = priority;
        delays.Add(state);
        SetTimer();
    }

    private void Unschedule(KeyState<TKey> state)
    {
        if (state.Due is null) return;
        delays.Remove(state);
        state.Due = null;
    }

    private void ReleaseDue()
    {
        lock (gate)
        {
            while (!stopped && delays.Min is { } next && next.Due <= Now)
            {
                Unschedule(next);
                MakePending(next, next.DuePriority);
            }
            SetTimer();
        }
    }

    private void SetTimer()
    {
        if (stopped || delays.Min is not { Due: { } due }) return;
        var wait = services.Time.GetElapsedTime(Now, due);
        timer.Change(wait < ShortestTimer ? ShortestTimer : wait > LongestTimer ? LongestTimer : wait, Timeout.InfiniteTimeSpan);
    }

    private TimeSpan RetryDelay(int failures, TimeSpan atLeast)
    {
        var delay = options.Backoff.Delay(failures, services.Random);
        var turn = retries?.Reserve() ?? TimeSpan.Zero;
        return new[] { delay, turn, atLeast }.Max();
    }

    private KeyState<TKey> StateOf(TKey key)
    {
        if (!keys.TryGetValue(key, out var state)) keys[key] = state = new KeyState<TKey>(key, sequence++);
        return state;
    }

    private void DropIfIdle(KeyState<TKey> state)
    {
        if (state.IsIdle) keys.Remove(state.Key);
    }

    private TimeSpan Elapsed(long since) => services.Time.GetElapsedTime(since, Now);
}

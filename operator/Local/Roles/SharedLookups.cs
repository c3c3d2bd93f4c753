namespace DirectRoute.Local.Roles;

/// <summary>Remembers what was looked up for a time. Who asks for the same while it is looked up waits for that one answer.</summary>
/// <param name="clock">The clock of the times.</param>
/// <param name="lifetime">How long a value is good for.</param>
internal sealed class SharedLookups<T>(TimeProvider clock, Func<T, TimeSpan> lifetime)
{
    /// <summary>More than any set of APIs has roles: memory stays bounded, whoever deploys what.</summary>
    private const int MaxEntries = 10_000;

    private readonly Lock gate = new();
    private readonly Dictionary<string, Entry> entries = new(StringComparer.Ordinal);

    /// <summary>The value of a key; <paramref name="find"/> is asked only when it is not known. Who gives up waiting ends nobody else's look-up.</summary>
    public ValueTask<T> GetAsync(string key, Func<Task<T>> find, CancellationToken cancellationToken)
    {
        var entry = Current(key, find);
        return entry.Value is { IsCompletedSuccessfully: true } done ? new(done.Result) : new(entry.Value.WaitAsync(cancellationToken));
    }

    /// <summary>Forgets everything: who asks from now on is told what is so from now on.</summary>
    public void Forget()
    {
        lock (gate) entries.Clear();
    }

    private Entry Current(string key, Func<Task<T>> find)
    {
        lock (gate)
        {
            if (entries.TryGetValue(key, out var known) && !known.IsOver(clock.GetUtcNow())) return known;
            if (entries.Count >= MaxEntries) entries.Clear();
            return entries[key] = new Entry(find, clock, lifetime);
        }
    }

    private sealed class Entry
    {
        private readonly Lazy<Task<T>> value;
        private DateTimeOffset end = DateTimeOffset.MaxValue;

        public Entry(Func<Task<T>> find, TimeProvider clock, Func<T, TimeSpan> lifetime) => value = new(() => Task.Run(async () =>
        {
            var found = await find().ConfigureAwait(false);
            end = clock.GetUtcNow() + lifetime(found);
            return found;
        }));

        /// <summary>Starts the look-up when nobody has.</summary>
        public Task<T> Value => value.Value;

        /// <summary>Whether the value is too old, or there will be none.</summary>
        public bool IsOver(DateTimeOffset now) => value.IsValueCreated && Value.IsCompleted && (!Value.IsCompletedSuccessfully || now >= end);
    }
}

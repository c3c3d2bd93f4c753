using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using DirectRoute.Kubernetes.Runtime;
using DirectRoute.Testing;
using Microsoft.Extensions.Logging;

namespace DirectRoute.Kubernetes.Tests.Fakes;

/// <summary>Surroundings that a test controls: a clock that it moves, logs and measurements that it reads, a seed.</summary>
internal sealed class TestRuntime : IMeterFactory, ILoggerFactory
{
    private readonly List<Meter> meters = [];
    private readonly MeterListener listener = new();
    private readonly ConcurrentQueue<(string Name, double Value, string Tags)> measurements = new();
    private readonly ConcurrentQueue<(LogLevel Level, string Text)> logs = new();

    public TestRuntime(int seed = 1)
    {
        Services = new RuntimeServices(Clock, this, new KubernetesMetrics(this)) { Random = new LockedRandom(seed) };
        listener.InstrumentPublished = (instrument, l) =>
        {
            if (meters.Contains(instrument.Meter)) l.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((i, value, tags, _) => Keep(i, value, tags));
        listener.SetMeasurementEventCallback<int>((i, value, tags, _) => Keep(i, value, tags));
        listener.SetMeasurementEventCallback<double>((i, value, tags, _) => Keep(i, value, tags));
        listener.Start();
    }

    public ManualTimeProvider Clock { get; } = new();

    public RuntimeServices Services { get; }

    public IReadOnlyList<(LogLevel Level, string Text)> Logs => [.. logs];

    /// <summary>The sum of what was measured under a name, of those whose tags contain a text.</summary>
    public double Sum(string name, string tag = "") => Measured(name, tag).Sum();

    public int CountOf(string name, string tag = "") => Measured(name, tag).Count();

    /// <summary>The present value of a gauge.</summary>
    public double Gauge(string name)
    {
        while (measurements.TryDequeue(out _))
        {
        }
        listener.RecordObservableInstruments();
        return Measured(name, "").Last();
    }

    public Meter Create(MeterOptions options)
    {
        var meter = new Meter(options);
        meters.Add(meter);
        return meter;
    }

    public ILogger CreateLogger(string categoryName) => new Logger(logs);

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public void Dispose()
    {
        listener.Dispose();
        foreach (var meter in meters) meter.Dispose();
    }

    private IEnumerable<double> Measured(string name, string tag) =>
        measurements.Where(m => m.Name == "directroute.kubernetes." + name && m.Tags.Contains(tag, StringComparison.Ordinal)).Select(m => m.Value);

    private void Keep(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        measurements.Enqueue((instrument.Name, value, string.Join(',', tags.ToArray().Select(t => $"{t.Key}={t.Value}"))));

    private sealed class Logger(ConcurrentQueue<(LogLevel, string)> logs) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            logs.Enqueue((logLevel, $"{formatter(state, exception)} {exception}"));
    }

    private sealed class LockedRandom(int seed) : Random
    {
        private readonly Lock gate = new();
        private readonly Random inner = new(seed);

        public override double NextDouble()
        {
            lock (gate) return inner.NextDouble();
        }
    }
}

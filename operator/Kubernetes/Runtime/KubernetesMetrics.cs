using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace DirectRoute.Kubernetes.Runtime;

/// <summary>The instruments of the meter <see cref="MeterName"/>. Tags are names of kinds, queues and reasons: never names of objects.</summary>
public sealed class KubernetesMetrics
{
    /// <summary>The meter's name, for exporters to subscribe to.</summary>
    public const string MeterName = "DirectRoute.Kubernetes";

    private const string Prefix = "directroute.kubernetes.";
    private readonly ConcurrentDictionary<IQueueGauges, byte> queues = new();
    private readonly ConcurrentDictionary<IInformerGauges, byte> informers = new();

    /// <summary>Creates the instruments.</summary>
    public KubernetesMetrics(IMeterFactory factory)
    {
        ArgumentNullException.ThrowIfNull(factory);
        var meter = factory.Create(MeterName);
        QueueAdds = meter.CreateCounter<long>(Prefix + "queue.adds", "{key}", "Keys that became pending.");
        QueueRetries = meter.CreateCounter<long>(Prefix + "queue.retries", "{key}", "Keys queued again after a failure.");
        QueueLatency = meter.CreateHistogram<double>(Prefix + "queue.latency", "s", "How long keys were pending before their run began.");
        QueueWork = meter.CreateHistogram<double>(Prefix + "queue.work.duration", "s", "How long runs took.");
        Reconciles = meter.CreateCounter<long>(Prefix + "reconciles", "{run}", "Runs by result.");
        InformerChanges = meter.CreateCounter<long>(Prefix + "informer.changes", "{change}", "Changes told to handlers, by kind and type.");
        InformerLists = meter.CreateCounter<long>(Prefix + "informer.lists", "{list}", "Complete lists read, by kind.");
        InformerFailures = meter.CreateCounter<long>(Prefix + "informer.failures", "{failure}", "Lists and watches that failed, by kind and reason.");
        Events = meter.CreateCounter<long>(Prefix + "events", "{event}", "Events by what became of them.");
        LeaseAttempts = meter.CreateCounter<long>(Prefix + "lease.attempts", "{attempt}", "Attempts to take or renew a lease, by result.");
        Leading = meter.CreateUpDownCounter<int>(Prefix + "lease.leading", "{lease}", "Leases by which this process leads.");
        ObserveQueues(meter);
        ObserveInformers(meter);
    }

    internal Counter<long> QueueAdds { get; }

    internal Counter<long> QueueRetries { get; }

    internal Histogram<double> QueueLatency { get; }

    internal Histogram<double> QueueWork { get; }

    internal Counter<long> Reconciles { get; }

    internal Counter<long> InformerChanges { get; }

    internal Counter<long> InformerLists { get; }

    internal Counter<long> InformerFailures { get; }

    internal Counter<long> Events { get; }

    internal Counter<long> LeaseAttempts { get; }

    internal UpDownCounter<int> Leading { get; }

    internal void Register(IQueueGauges queue) => queues.TryAdd(queue, 0);

    internal void Unregister(IQueueGauges queue) => queues.TryRemove(queue, out _);

    internal void Register(IInformerGauges informer) => informers.TryAdd(informer, 0);

    private void ObserveQueues(Meter meter)
    {
        Gauge("queue.depth", "{key}", "Keys that wait for a worker.", queue => queue.Depth);
        Gauge("queue.delayed", "{key}", "Keys that wait for their time.", queue => queue.Delayed);
        Gauge("queue.running", "{key}", "Keys whose run has begun.", queue => queue.Running);
        Gauge("queue.longest_running", "s", "How long the longest present run has taken.", queue => queue.LongestRunning.TotalSeconds);

        void Gauge(string name, string unit, string description, Func<IQueueGauges, double> read) =>
            meter.CreateObservableGauge(Prefix + name, () => queues.Keys.Select(q => new Measurement<double>(read(q), Tag("queue", q.Name))), unit, description);
    }

    private void ObserveInformers(Meter meter)
    {
        Gauge("informer.objects", "{object}", "Objects in the store.", informer => informer.Objects);
        Gauge("informer.undecodable", "{object}", "Objects whose content does not fit their type.", informer => informer.Undecodable);
        Gauge("informer.silence", "s", "Since the API server was last heard of.", informer => informer.Silence.TotalSeconds);

        void Gauge(string name, string unit, string description, Func<IInformerGauges, double> read) =>
            meter.CreateObservableGauge(Prefix + name, () => informers.Keys.Select(i => new Measurement<double>(read(i), Tag("kind", i.Kind))), unit, description);
    }

    internal static KeyValuePair<string, object?> Tag(string name, string value) => new(name, value);
}

/// <summary>What a queue shows of itself.</summary>
internal interface IQueueGauges
{
    string Name { get; }
    int Depth { get; }
    int Delayed { get; }
    int Running { get; }
    TimeSpan LongestRunning { get; }
}

/// <summary>What an informer shows of itself.</summary>
internal interface IInformerGauges
{
    string Kind { get; }
    int Objects { get; }
    int Undecodable { get; }
    TimeSpan Silence { get; }
}

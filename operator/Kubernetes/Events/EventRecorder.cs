using System.Threading.Channels;
using DirectRoute.Kubernetes.Client;
using DirectRoute.Kubernetes.Entities;
using DirectRoute.Kubernetes.Runtime;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DirectRoute.Kubernetes.Events;

/// <summary>
/// Writes events in the background, without ever reading any: repetitions within a window count up one event, each object has a budget of writes,
/// and what does not fit is dropped and counted (<c>directroute.kubernetes.events</c> by result).
/// </summary>
public sealed partial class EventRecorder : BackgroundService, IEventRecorder
{
    private const int LongestMessage = 1024;
    private const int LargestBatch = 100;
    private static readonly TimeSpan FlushTimeout = TimeSpan.FromSeconds(3);

    private readonly Channel<Happening> happenings;
    private readonly EventRecorderOptions options;
    private readonly RuntimeServices services;
    private readonly SeriesTable table;
    private readonly EventWriter writer;
    private readonly ILogger logger;

    /// <summary>Creates a recorder that keeps what it is told until it is started.</summary>
    public EventRecorder(IKubernetesClient client, EventRecorderOptions options, RuntimeServices services)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(services);
        this.options = options;
        this.services = services;
        logger = services.Loggers.CreateLogger<EventRecorder>();
        table = new SeriesTable(options, services.Time);
        writer = new EventWriter(client, options);
        var bounds = new BoundedChannelOptions(options.Capacity) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true };
        happenings = Channel.CreateBounded<Happening>(bounds, _ => Count("Overflowed"));
    }

    /// <inheritdoc />
    public void Record(IKubernetesObject about, EventType type, string reason, string message)
    {
        if (about?.Metadata is not { Name: { } name, Uid: { } uid } metadata || reason is null || message is null)
        {
            Count("Malformed");
            return;
        }
        var series = new EventSeries(uid, new ObjectKey(metadata.NamespaceProperty, name), type.ToString(), reason, Cut(message));
        if (!happenings.Writer.TryWrite(new Happening(series, ReferTo(about), services.Time.GetUtcNow()))) Count("TooLate");
    }

    /// <summary>Writes what is left, for a few seconds at most, and ends.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        happenings.Writer.TryComplete();
        if (ExecuteTask is { } writing)
        {
            await writing.WaitAsync(FlushTimeout, services.Time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        await base.StopAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (await happenings.Reader.WaitToReadAsync(stoppingToken).ConfigureAwait(false))
        {
            foreach (var same in ReadBatch().GroupBy(h => h.Series)) await WriteAsync([.. same], stoppingToken).ConfigureAwait(false);
        }
    }

    private List<Happening> ReadBatch()
    {
        var batch = new List<Happening>();
        while (batch.Count < LargestBatch && happenings.Reader.TryRead(out var happening)) batch.Add(happening);
        return batch;
    }

    private async Task WriteAsync(List<Happening> same, CancellationToken cancellationToken)
    {
        var last = same[^1];
        var state = table.Count(last.Series, same.Count, last.At);
        if (!table.MayWrite(last.Series.ObjectUid))
        {
            Count("Limited");
            return;
        }
        for (var attempt = 1; !await TryWriteAsync(last, state, isLast: attempt >= options.Attempts, cancellationToken).ConfigureAwait(false); attempt++)
        {
            await Task.Delay(options.Backoff.Delay(attempt, services.Random), services.Time, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <returns>False if it should be tried again.</returns>
    private async Task<bool> TryWriteAsync(Happening happening, SeriesState state, bool isLast, CancellationToken cancellationToken)
    {
        try
        {
            await writer.WriteAsync(happening, state, cancellationToken).ConfigureAwait(false);
            Count("Written");
            return true;
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            Count("TooLate");
            return true;
        }
        catch (Exception e)
        {
            if (!isLast && EventWriter.IsTransient(e)) return false;
            Count("Refused");
            LogRefused(logger, happening.Series.Reason, happening.Series.Object, e);
            return true;
        }
    }

    private void Count(string result) => services.Metrics.Events.Add(1, KubernetesMetrics.Tag("result", result));

    private static string Cut(string message) => message.Length <= LongestMessage ? message : string.Concat(message.AsSpan(0, LongestMessage - 1), "…");

    private static V1ObjectReference ReferTo(IKubernetesObject about) => new()
    {
        ApiVersion = about.ApiVersion,
        Kind = about.Kind,
        Namespace = about.Metadata.NamespaceProperty,
        Name = about.Metadata.Name,
        Uid = about.Metadata.Uid,
        ResourceVersion = about.Metadata.ResourceVersion,
    };

    [LoggerMessage(1, LogLevel.Information, "The event {Reason} of {Key} was not written")]
    private static partial void LogRefused(ILogger logger, string reason, ObjectKey key, Exception exception);
}

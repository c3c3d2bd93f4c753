using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text;

namespace DirectRoute.Operator.Hosting.Metrics;

/// <summary>
/// Collects the measurements of the project's own meters and writes them in Prometheus' text format. The registry that the project builds from
/// has no exporter package; this is the part of one that the operator needs. A series beyond <see cref="MaxSeries"/> an instrument is dropped,
/// so that a label gone wild cannot fill the memory.
/// </summary>
internal sealed class PrometheusExporter : IDisposable
{
    private const int MaxSeries = 1000;
    private const string MeterPrefix = "DirectRoute.";

    private readonly MeterListener listener = new();
    private readonly ConcurrentDictionary<Instrument, ConcurrentDictionary<string, Series>> instruments = new();

    public PrometheusExporter()
    {
        listener.InstrumentPublished = (instrument, listening) =>
        {
            if (instrument.Meter.Name.StartsWith(MeterPrefix, StringComparison.Ordinal)) listening.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Record(instrument, value, tags));
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Record(instrument, value, tags));
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Record(instrument, value, tags));
        listener.Start();
    }

    /// <summary>All series, in the order of their names.</summary>
    public string Export()
    {
        listener.RecordObservableInstruments();
        var text = new StringBuilder();
        foreach (var (instrument, series) in instruments.OrderBy(i => i.Key.Name, StringComparer.Ordinal))
        {
            var name = NameOf(instrument);
            if (instrument.Description is { } help) text.Append("# HELP ").Append(name).Append(' ').Append(help.ReplaceLineEndings(" ")).Append('\n');
            text.Append("# TYPE ").Append(name).Append(' ').Append(TypeOf(instrument)).Append('\n');
            foreach (var (_, one) in series.OrderBy(s => s.Key, StringComparer.Ordinal)) one.WriteTo(text, name);
        }
        return text.ToString();
    }

    public void Dispose() => listener.Dispose();

    private void Record(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var series = instruments.GetOrAdd(instrument, static _ => new());
        var labels = Labels(tags);
        if (!series.TryGetValue(labels, out var one))
        {
            if (series.Count >= MaxSeries) return;
            one = series.GetOrAdd(labels, static (key, kind) => Create(kind, key), instrument);
        }
        one.Record(value);
    }

    private static Series Create(Instrument instrument, string labels) => TypeOf(instrument) switch
    {
        "histogram" => new HistogramSeries(labels),
        "counter" when !instrument.IsObservable => new SumSeries(labels),
        "gauge" when IsUpDown(instrument) && !instrument.IsObservable => new SumSeries(labels),
        _ => new LastValueSeries(labels),
    };

    private static string NameOf(Instrument instrument)
    {
        var name = new StringBuilder(instrument.Name).Replace('.', '_').Replace('-', '_').ToString();
        return TypeOf(instrument) == "counter" && !name.EndsWith("_total", StringComparison.Ordinal) ? name + "_total" : name;
    }

    private static string TypeOf(Instrument instrument) => instrument switch
    {
        Histogram<double> or Histogram<long> or Histogram<int> => "histogram",
        Counter<double> or Counter<long> or Counter<int> => "counter",
        ObservableCounter<double> or ObservableCounter<long> or ObservableCounter<int> => "counter",
        _ => "gauge",
    };

    private static bool IsUpDown(Instrument instrument) => instrument is UpDownCounter<double> or UpDownCounter<long> or UpDownCounter<int>;

    private static string Labels(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (tags.IsEmpty) return "";
        var text = new StringBuilder();
        foreach (var (key, value) in tags)
        {
            if (text.Length > 0) text.Append(',');
            text.Append(key.Replace('.', '_')).Append("=\"").Append(Escape(value?.ToString() ?? "")).Append('"');
        }
        return text.ToString();
    }

    private static string Escape(string value) =>
        value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
}

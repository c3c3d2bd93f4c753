using System.Diagnostics.Metrics;
using System.Globalization;
using DirectRoute.Operator.Hosting.Metrics;

namespace DirectRoute.Operator.Tests.Hosting;

/// <summary>The text that Prometheus reads. Each test has a meter with a name of its own, since listeners hear every meter of the process.</summary>
public sealed class PrometheusExporterTests : IDisposable
{
    private readonly string prefix = "t" + Guid.NewGuid().ToString("N");
    private readonly PrometheusExporter exporter = new();
    private readonly Meter meter = new("DirectRoute.Tests");

    public void Dispose()
    {
        exporter.Dispose();
        meter.Dispose();
    }

    [Fact]
    public void Counter_IsSummedPerLabelsAndCalledTotal()
    {
        var calls = meter.CreateCounter<long>(prefix + ".aws-calls", "{call}", "Calls\nto AWS.");
        calls.Add(1, new KeyValuePair<string, object?>("out.come", "Success"));
        calls.Add(2, new KeyValuePair<string, object?>("out.come", "Success"));
        calls.Add(5, new KeyValuePair<string, object?>("out.come", "Denied"));

        Assert.Equal(
            [
                $"# HELP {prefix}_aws_calls_total Calls to AWS.",
                $"# TYPE {prefix}_aws_calls_total counter",
                $"{prefix}_aws_calls_total{{out_come=\"Denied\"}} 5",
                $"{prefix}_aws_calls_total{{out_come=\"Success\"}} 3",
            ],
            Lines());
    }

    [Fact]
    public void Histogram_BucketsAreCumulativeAndEndWithInfinity()
    {
        var waits = meter.CreateHistogram<double>(prefix + ".wait");
        foreach (var value in (double[])[0.005, 0.02, 2, 1000]) waits.Record(value);

        var lines = Lines();

        Assert.Equal($"# TYPE {prefix}_wait histogram", lines[0]);
        Assert.Contains($"{prefix}_wait_bucket{{le=\"0.005\"}} 1", lines);
        Assert.Contains($"{prefix}_wait_bucket{{le=\"0.01\"}} 1", lines);
        Assert.Contains($"{prefix}_wait_bucket{{le=\"0.025\"}} 2", lines);
        Assert.Contains($"{prefix}_wait_bucket{{le=\"2.5\"}} 3", lines);
        Assert.Contains($"{prefix}_wait_bucket{{le=\"60\"}} 3", lines);
        Assert.Contains($"{prefix}_wait_bucket{{le=\"+Inf\"}} 4", lines);
        Assert.Contains($"{prefix}_wait_sum 1002.025", lines);
        Assert.Equal($"{prefix}_wait_count 4", lines[^1]);
    }

    [Fact]
    public void HistogramWithLabels_KeepsThemBesideTheBound()
    {
        meter.CreateHistogram<double>(prefix + ".wait").Record(1, new KeyValuePair<string, object?>("service", "iam"));

        Assert.Contains($"{prefix}_wait_bucket{{service=\"iam\",le=\"1\"}} 1", Lines());
        Assert.Contains($"{prefix}_wait_count{{service=\"iam\"}} 1", Lines());
    }

    [Fact]
    public void UpDownCounter_IsAGaugeOfItsSum()
    {
        var leading = meter.CreateUpDownCounter<int>(prefix + ".leading");
        leading.Add(1);
        leading.Add(1);
        leading.Add(-1);

        Assert.Equal([$"# TYPE {prefix}_leading gauge", $"{prefix}_leading 1"], Lines());
    }

    [Fact]
    public void ObservableInstruments_ShowTheirPresentValue()
    {
        var depth = 3.5;
        meter.CreateObservableGauge(prefix + ".depth", () => depth);
        meter.CreateObservableCounter(prefix + ".reads", () => 7L);

        Assert.Contains($"{prefix}_depth 3.5", Lines());
        depth = 2;
        Assert.Contains($"{prefix}_depth 2", Lines());
        Assert.Contains($"{prefix}_reads_total 7", Lines());
    }

    [Fact]
    public void Label_WithQuoteBackslashAndNewLine_IsEscaped()
    {
        meter.CreateCounter<int>(prefix).Add(1, new KeyValuePair<string, object?>("reason", "a\"b\\c\nd"));

        Assert.Equal($"{prefix}_total{{reason=\"a\\\"b\\\\c\\nd\"}} 1", Lines()[^1]);
    }

    [Fact]
    public void LabelGoneWild_IsBoundedAndOldSeriesGoOnCounting()
    {
        var wild = meter.CreateCounter<long>(prefix + ".wild");
        for (var i = 0; i < 5000; i++) wild.Add(1, new KeyValuePair<string, object?>("name", i));
        wild.Add(1, new KeyValuePair<string, object?>("name", 0));

        var lines = Lines();

        Assert.Equal(1000, lines.Count(l => !l.StartsWith('#')));
        Assert.Contains($"{prefix}_wild_total{{name=\"0\"}} 2", lines);
        Assert.DoesNotContain($"{prefix}_wild_total{{name=\"4999\"}} 1", lines);
    }

    [Fact]
    public void MeterOfAnotherLibrary_IsNotShown()
    {
        using var foreign = new Meter("Foreign");
        foreign.CreateCounter<long>(prefix).Add(1);

        Assert.Empty(Lines());
    }

    [Fact]
    public void ManyWriters_NothingIsLost()
    {
        var counter = meter.CreateCounter<long>(prefix);
        var histogram = meter.CreateHistogram<double>(prefix + "_h");

        Parallel.For(0, 1000, i =>
        {
            counter.Add(1, new KeyValuePair<string, object?>("name", i % 10));
            histogram.Record(1);
        });

        Assert.Equal(10, Lines().Count(l => l.StartsWith($"{prefix}_total", StringComparison.Ordinal) && l.EndsWith(" 100", StringComparison.Ordinal)));
        Assert.Contains($"{prefix}_h_count 1000", Lines());
    }

    [Fact]
    public void Numbers_AreWrittenTheSameInEveryCulture()
    {
        var before = CultureInfo.CurrentCulture;
        var comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        comma.NumberFormat.NumberDecimalSeparator = ",";
        CultureInfo.CurrentCulture = comma;
        try
        {
            meter.CreateCounter<double>(prefix).Add(1.5);
            Assert.Equal($"{prefix}_total 1.5", Lines()[^1]);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private List<string> Lines() => [.. exporter.Export().Split('\n').Where(l => l.Contains(prefix, StringComparison.Ordinal))];
}

using System.Globalization;
using System.Text;

namespace DirectRoute.Operator.Hosting.Metrics;

/// <summary>The values of one instrument under one set of labels.</summary>
internal abstract class Series(string labels)
{
    /// <summary><c>a="b",c="d"</c>, or empty.</summary>
    protected string Labels { get; } = labels;

    public abstract void Record(double value);

    public abstract void WriteTo(StringBuilder text, string name);

    protected static void Line(StringBuilder text, string name, string labels, double value)
    {
        text.Append(name);
        if (labels.Length > 0) text.Append('{').Append(labels).Append('}');
        text.Append(' ').Append(value.ToString("R", CultureInfo.InvariantCulture)).Append('\n');
    }
}

/// <summary>A sum that measurements add to: counters and up-down counters.</summary>
internal sealed class SumSeries(string labels) : Series(labels)
{
    private readonly Lock gate = new();
    private double sum;

    public override void Record(double value)
    {
        lock (gate) sum += value;
    }

    public override void WriteTo(StringBuilder text, string name)
    {
        lock (gate) Line(text, name, Labels, sum);
    }
}

/// <summary>The last value: gauges, and observed counters, which report their total.</summary>
internal sealed class LastValueSeries(string labels) : Series(labels)
{
    private double value;

    public override void Record(double value) => Volatile.Write(ref this.value, value);

    public override void WriteTo(StringBuilder text, string name) => Line(text, name, Labels, Volatile.Read(ref value));
}

/// <summary>A distribution in buckets, in seconds.</summary>
internal sealed class HistogramSeries(string labels) : Series(labels)
{
    private static readonly double[] Bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

    private readonly Lock gate = new();
    private readonly long[] counts = new long[Bounds.Length + 1];
    private double sum;

    public override void Record(double value)
    {
        var bucket = Array.FindIndex(Bounds, bound => value <= bound);
        lock (gate)
        {
            counts[bucket < 0 ? Bounds.Length : bucket]++;
            sum += value;
        }
    }

    public override void WriteTo(StringBuilder text, string name)
    {
        lock (gate)
        {
            var cumulative = 0L;
            for (var i = 0; i < counts.Length; i++)
            {
                cumulative += counts[i];
                var bound = i < Bounds.Length ? Bounds[i].ToString("R", CultureInfo.InvariantCulture) : "+Inf";
                Line(text, name + "_bucket", Join(Labels, $"le=\"{bound}\""), cumulative);
            }
            Line(text, name + "_sum", Labels, sum);
            Line(text, name + "_count", Labels, cumulative);
        }
    }

    private static string Join(string labels, string label) => labels.Length == 0 ? label : $"{labels},{label}";
}

using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace DirectRoute.Kubernetes.Client;

/// <summary>What the client measures, under the meter <c>DirectRoute.Kubernetes</c>.</summary>
internal static class ClientMetrics
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "DirectRoute.Kubernetes";

    private static readonly Meter Meter = new(MeterName);

    private static readonly Counter<long> Requests = Meter.CreateCounter<long>(
        "kubernetes.client.requests", "{request}", "Calls to the API server, by verb, resource and HTTP status, or 'timeout', 'canceled' or 'unreachable'.");

    private static readonly Histogram<double> Duration = Meter.CreateHistogram(
        "kubernetes.client.request.duration", "s", "How long calls to the API server took; for a watch, until it began.",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30] });

    public static void Record(ApiRequest request, string code, TimeSpan took)
    {
        var tags = new TagList { { "verb", request.Verb }, { "resource", request.Resource }, { "code", code } };
        Requests.Add(1, tags);
        Duration.Record(took.TotalSeconds, tags);
    }
}

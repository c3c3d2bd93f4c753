using System.Diagnostics.Metrics;
using DirectRoute.Kubernetes.Client;

namespace DirectRoute.Kubernetes.Tests.Client;

public sealed class ClientMetricsTests
{
    [Fact]
    public async Task AnyCall_Ended_CountedByVerbResourceAndCode()
    {
        // A kind of its own tells these calls from those of tests that run at the same time.
        List<string> seen = [];
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, l) =>
            {
                if (instrument.Meter.Name == "DirectRoute.Kubernetes") l.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note(instrument, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Note(instrument, tags));
        listener.Start();
        await using var server = await HttpServer.StartAsync("", 503);
        using var client = new KubernetesClient(new() { Server = server.Address }, TestKinds.Default);

        await Assert.ThrowsAsync<KubernetesException>(() => client.PatchAsync<NotServed>(new("n", "x"), Patch.Merge("{}"u8.ToArray()), WriteOptions.Status, default));

        Assert.Equal(
            ["kubernetes.client.requests verb=patch resource=notserveds/status code=503", "kubernetes.client.request.duration verb=patch resource=notserveds/status code=503"],
            seen);

        void Note(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            var text = $"{instrument.Name} {string.Join(' ', tags.ToArray().Select(t => $"{t.Key}={t.Value}"))}";
            if (text.Contains("notserveds/status", StringComparison.Ordinal)) seen.Add(text);
        }
    }
}

using DirectRoute.Kubernetes.Informers;
using DirectRoute.Operator.Hosting.Metrics;

namespace DirectRoute.Operator.Hosting;

/// <summary>What a kubelet and a Prometheus ask for.</summary>
internal static class Probes
{
    /// <summary>
    /// <c>/healthz</c>: the process works. <c>/readyz</c>: it has seen the cluster; a replica that waits for the lease is ready too.
    /// <c>/metrics</c>: Prometheus' text format.
    /// </summary>
    public static void MapProbes(this WebApplication app)
    {
        app.MapGet("/healthz", () => Results.Text("ok\n"));
        app.MapGet("/readyz", (InformerSet informers) => Ready(informers));
        app.MapGet("/metrics", (PrometheusExporter metrics) => Results.Text(metrics.Export(), "text/plain; version=0.0.4"));
    }

    private static IResult Ready(InformerSet informers)
    {
        var missing = informers.All.Where(i => !i.HasSynced).Select(i => i.Kind).ToList();
        return missing.Count == 0
            ? Results.Text("ok\n")
            : Results.Text($"not yet listed: {string.Join(", ", missing)}\n", statusCode: StatusCodes.Status503ServiceUnavailable);
    }
}

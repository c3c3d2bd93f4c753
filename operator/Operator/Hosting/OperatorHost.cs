using DirectRoute.Kubernetes.Client;
using DirectRoute.Kubernetes.Configuration;
using DirectRoute.Operator.Hosting.Metrics;
using DirectRoute.Operator.Resources;

namespace DirectRoute.Operator.Hosting;

/// <summary>Puts the operator together: clock, logs, the API server, AWS, the controllers, and the pages for probes and metrics.</summary>
internal static class OperatorHost
{
    /// <summary>How long a stop may take before the process ends anyway: less than a pod's 30 s.</summary>
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(25);

    /// <summary>A host that is ready to run.</summary>
    /// <exception cref="OptionsException">The API server's address or credentials are not usable.</exception>
    public static WebApplication Build(OperatorOptions options)
    {
        var cluster = ClusterOf(options);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        AddLogging(builder.Logging, options);
        builder.WebHost.UseKestrelCore().UseUrls(options.Address);
        builder.Services.AddRoutingCore();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownTimeout);
        builder.Services.AddSingleton(options with { Namespace = options.Namespace ?? cluster.Namespace });
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<PrometheusExporter>();
        builder.Services.AddSingleton<IKubernetesClient>(_ => new KubernetesClient(cluster, ResourcesJsonContext.Default));
        builder.Services.AddOperator();

        var app = builder.Build();
        app.Services.GetRequiredService<PrometheusExporter>();
        app.MapProbes();
        return app;
    }

    private static KubernetesClientConfiguration ClusterOf(OperatorOptions options)
    {
        try
        {
            return options.Kubeconfig is null && options.Context is null
                ? KubernetesClientConfiguration.Default()
                : KubernetesClientConfiguration.FromKubeconfig(options.Kubeconfig, options.Context);
        }
        catch (KubernetesConfigurationException e)
        {
            throw new OptionsException($"kubeconfig: {e.Message}");
        }
    }

    private static void AddLogging(ILoggingBuilder logging, OperatorOptions options)
    {
        logging.SetMinimumLevel(options.LogLevel);
        logging.AddFilter("Microsoft", LogLevel.Warning);
        const string Utc = "yyyy-MM-ddTHH:mm:ss.fffZ ";
        if (options.LogFormat == "json") logging.AddJsonConsole(f => (f.UseUtcTimestamp, f.TimestampFormat) = (true, Utc.TrimEnd()));
        else logging.AddSimpleConsole(f => (f.UseUtcTimestamp, f.TimestampFormat, f.SingleLine) = (true, Utc, true));
    }
}

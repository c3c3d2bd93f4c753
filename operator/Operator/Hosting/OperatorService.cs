using DirectRoute.Kubernetes.Informers;
using DirectRoute.Kubernetes.Leases;
using DirectRoute.Operator.Controllers;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace DirectRoute.Operator.Hosting;

/// <summary>Waits for the cluster's state and for the lease, then lets the controllers run; without the lease nothing is done in AWS.</summary>
internal sealed partial class OperatorService(
    InformerSet informers, Triggers triggers, ControllerSet controllers, LeaderElector elector, OperatorOptions options,
    IServer server, IHostApplicationLifetime lifetime, ILogger<OperatorService> logger) : BackgroundService
{
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        triggers.Connect();
        lifetime.ApplicationStarted.Register(() => LogListening(logger, string.Join(", ", server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [])));
        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        LogStarted(logger, options.ClusterName, options.Namespace!, options.Workers);
        await informers.WaitForSyncAsync(stoppingToken);
        if (options.LeaderElect) await elector.RunAsync(lost => LeadAsync(lost, stoppingToken), stoppingToken);
        else await LeadAsync(CancellationToken.None, stoppingToken);
    }

    private Task LeadAsync(CancellationToken lost, CancellationToken stop)
    {
        LogLeading(logger);
        return controllers.RunAsync(stop, lost);
    }

    [LoggerMessage(1, LogLevel.Information, "Started: cluster {Cluster}, own namespace {Namespace}, {Workers} workers a controller")]
    private static partial void LogStarted(ILogger logger, string cluster, string @namespace, int workers);

    [LoggerMessage(3, LogLevel.Information, "Listening on {Addresses}")]
    private static partial void LogListening(ILogger logger, string addresses);

    [LoggerMessage(2, LogLevel.Information, "Leading: the controllers run")]
    private static partial void LogLeading(ILogger logger);
}

using DirectRoute.Local.DataPlane;
using DirectRoute.Local.Lambda;
using DirectRoute.Local.Publishing;

namespace DirectRoute.Cli.Serving;

/// <summary>Hears from the gateway, and writes it down.</summary>
/// <param name="logsRequests">Whether requests are written down, too.</param>
internal sealed class GatewayEvents(EventLog log, bool logsRequests) : IExchangeObserver, IStageObserver, IFunctionLog
{
    /// <summary>Where the gateway listens; it is known once it does.</summary>
    public Uri? Address { get; set; }

    public void Completed(Exchange exchange)
    {
        if (!logsRequests || exchange.Response is not { } response) return;
        log.Add(new RequestAnswered
        {
            Time = exchange.ReceivedAt,
            RequestId = exchange.RequestId,
            ApiId = exchange.ApiId,
            Stage = exchange.StageName,
            Method = exchange.Request.Method,
            Path = $"/{exchange.ApiId}/{exchange.StageName}{exchange.Request.Path}",
            Status = response.StatusCode,
            Latency = exchange.ResponseLatency,
            IntegrationLatency = exchange.IntegrationLatency,
            Route = exchange.RouteKey,
            Fault = response.Fault,
        });
    }

    public void Wrote(string function, string line) => log.Add(new FunctionWrote(function, line));

    public void Deployed(ServedStage stage)
    {
        if (Address is not null) log.Add(new StageDeployed(Address, stage));
    }
}

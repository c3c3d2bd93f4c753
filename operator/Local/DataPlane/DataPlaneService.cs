using DirectRoute.Core.Gateway;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;
using DirectRoute.Local.DataPlane.AccessLogs;
using DirectRoute.Local.DataPlane.Stages;
using DirectRoute.Local.Services;
using DirectRoute.Local.State;
using Microsoft.AspNetCore.Http;

namespace DirectRoute.Local.DataPlane;

/// <summary>Serves the stages of deployed APIs. A request reads one immutable snapshot, so it waits for no other and for no call of the control plane.</summary>
internal sealed class DataPlaneService(AccountStates accounts, Backends backends, LocalOptions options)
{
    private readonly StagePipeline pipeline = new(StageGates.Of(options), new Integrations(backends), accounts.Clock);
    private readonly IReadOnlyList<IExchangeObserver> observers =
        options.AccessLog is { } log ? [.. options.Observers, new AccessLogObserver(log)] : options.Observers;

    public async Task HandleAsync(HttpContext http)
    {
        var start = accounts.Clock.GetTimestamp();
        var exchange = Begin(http, accounts.Clock.GetElapsedTime(0, start));
        var answer = exchange.Stage is null ? exchange.Fails(DataPlaneFaults.Forbidden) : await pipeline.AnswerAsync(exchange).ConfigureAwait(false);
        exchange.Response = Sendable(exchange, answer);
        exchange.ResponseLength = ResponseWriter.HasBody(http.Request.Method, exchange.Response.StatusCode) ? exchange.Response.Body.Length : 0;
        exchange.ResponseLatency = accounts.Clock.GetElapsedTime(start);
        foreach (var observer in observers) observer.Completed(exchange);
        await ResponseWriter.WriteAsync(http, exchange.Response, exchange.Ids, IsTraced(exchange)).ConfigureAwait(false);
    }

    private Exchange Begin(HttpContext http, TimeSpan arrival)
    {
        var now = accounts.Clock.GetUtcNow();
        var target = RequestTarget.Of(http);
        var exchange = new Exchange(http, target, RequestIds.New(http.Request.Headers["X-Amzn-Trace-Id"], now), now)
        {
            Arrival = arrival,
            Stage = StageFinder.Find(accounts, target),
        };
        var match = exchange.Stage?.Find(http.Request.Method, target.Path);
        exchange.Route = match?.Route;
        exchange.Request = exchange.Request with
        {
            PathParameters = match?.PathParameters ?? default,
            Headers = RequestReader.Headers(http.Request),
            Query = RequestReader.Query(target.Query),
            StageVariables = exchange.Stage?.Variables ?? default,
            Context = exchange.Stage is { } stage ? RequestContext.Of(exchange, stage, match) : [],
        };
        return exchange;
    }

    /// <summary>Recorded on AWS: clients get <c>X-Amzn-Trace-Id</c> from integrations with AWS, not from MOCK and HTTP_PROXY.</summary>
    private static bool IsTraced(Exchange exchange) =>
        exchange is { Protocol: ApiProtocol.REST, Route.Prepared.Route.Integration.Type: IntegrationType.AWS or IntegrationType.AWS_PROXY };

    /// <summary>An override may say a status that HTTP has no room for.</summary>
    private static ClientResponse Sendable(Exchange exchange, ClientResponse answer) => answer.StatusCode is >= 200 and <= 599
        ? answer
        : exchange.Fails(GatewayFault.Misconfigured($"The status {answer.StatusCode} is none of 200 to 599.")) with { StatusCode = 500 };
}

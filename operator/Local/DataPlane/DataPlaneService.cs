using DirectRoute.Core.Gateway;
using DirectRoute.Core.Manifests;
using DirectRoute.Local.Clocks;
using DirectRoute.Local.DataPlane.AccessLogs;
using DirectRoute.Local.DataPlane.Authorizers.Tokens;
using DirectRoute.Local.DataPlane.Bodies;
using DirectRoute.Local.DataPlane.Stages;
using DirectRoute.Local.Lambda;
using DirectRoute.Local.Services;
using DirectRoute.Local.State;
using Microsoft.AspNetCore.Http;

namespace DirectRoute.Local.DataPlane;

/// <summary>Serves the stages of deployed APIs. A request reads one immutable snapshot, so it waits for no other and for no call of the control plane.</summary>
internal sealed class DataPlaneService : IDisposable
{
    private readonly AccountStates accounts;
    private readonly IReadOnlyList<IExchangeObserver> observers;
    private readonly IssuerKeys issuers;
    private readonly StagePipeline rest;
    private readonly StagePipeline http;

    public DataPlaneService(AccountStates accounts, Backends backends, FunctionInvoker functions, LocalOptions options)
    {
        this.accounts = accounts;
        observers = options.AccessLog is { } log ? [.. options.Observers, new AccessLogObserver(log)] : options.Observers;
        issuers = new(options);
        var (gates, integrations) = (StageGates.Of(options, accounts, backends.Roles, functions, issuers), new Integrations(backends, functions));
        rest = new(gates.Rest, integrations, accounts.Clock);
        http = new(gates.Http, integrations, accounts.Clock);
    }

    public async Task HandleAsync(HttpContext context)
    {
        var start = accounts.Clock.GetTimestamp();
        var exchange = Begin(context, Arrival(start));
        exchange.Response = Sendable(exchange, await AnswerAsync(exchange).ConfigureAwait(false));
        var body = SentBody.Of(exchange);
        exchange.ResponseLength = body.LengthFor(context.Request.Method);
        exchange.ResponseLatency = accounts.Clock.GetElapsedTime(start);
        foreach (var observer in observers) observer.Completed(exchange);
        await ResponseWriter.WriteAsync(context, exchange, body).ConfigureAwait(false);
    }

    public void Dispose() => issuers.Dispose();

    /// <summary>Rates fill up as real time passes, and in the time that a simulated clock skips.</summary>
    private TimeSpan Arrival(long timestamp) => accounts.Clock.GetElapsedTime(0, timestamp) + ((accounts.Clock as SimulatedClock)?.Advanced ?? TimeSpan.Zero);

    private ValueTask<ClientResponse> AnswerAsync(Exchange exchange)
    {
        var isHttp = exchange.Protocol == ApiProtocol.HTTP;
        if (exchange.Stage is not null) return (isHttp ? http : rest).AnswerAsync(exchange);
        return new(exchange.Fails(isHttp ? GatewayFault.NoSuchHttpRoute : DataPlaneFaults.Forbidden));
    }

    private Exchange Begin(HttpContext context, TimeSpan arrival)
    {
        var now = accounts.Clock.GetUtcNow();
        var (target, protocol, found) = StageFinder.Find(accounts, RequestTarget.Of(context));
        var exchange = new Exchange(context, target, RequestIds.New(context.Request.Headers["X-Amzn-Trace-Id"], now), now) { Arrival = arrival, Protocol = protocol, Stage = found };
        var match = found?.Find(context.Request.Method, target.Path);
        exchange.Route = match?.Route;
        exchange.Request = exchange.Request with
        {
            PathParameters = match?.PathParameters ?? default,
            Headers = RequestReader.Headers(context.Request),
            Query = RequestReader.Query(target.Query),
            QueryString = target.Query,
            StageVariables = exchange.Stage?.Variables ?? default,
            Context = exchange.Stage is { } stage ? RequestContext.Of(exchange, stage, match) : [],
        };
        return exchange;
    }

    /// <summary>An override may say a status that HTTP has no room for.</summary>
    private static ClientResponse Sendable(Exchange exchange, ClientResponse answer) => answer.StatusCode is >= 200 and <= 599
        ? answer
        : exchange.Fails(GatewayFault.Misconfigured($"The status {answer.StatusCode} is none of 200 to 599.")) with { StatusCode = 500 };
}

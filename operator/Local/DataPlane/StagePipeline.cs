using DirectRoute.Core.Gateway;
using DirectRoute.Local.DataPlane.Bodies;

namespace DirectRoute.Local.DataPlane;

/// <summary>The way of a request through a stage: the gates one after the other, the mapping, the integration, the mapping back.</summary>
internal sealed class StagePipeline(IReadOnlyList<IGate> gates, Integrations integrations, TimeProvider clock)
{
    public async ValueTask<ClientResponse> AnswerAsync(Exchange exchange)
    {
        foreach (var gate in gates)
        {
            if (await gate.AnswerAsync(exchange).ConfigureAwait(false) is { } answer) return answer;
        }
        exchange.PassedGates = true;
        var (body, fault) = await RequestBody.ReadAsync(exchange).ConfigureAwait(false);
        if (fault is not null) return exchange.Fails(fault);
        exchange.Request = exchange.Request with { Body = body };
        return await IntegrateAsync(exchange, exchange.Route!.Prepared!).ConfigureAwait(false);
    }

    private async ValueTask<ClientResponse> IntegrateAsync(Exchange exchange, PreparedRoute route)
    {
        var outcome = RequestMapping.Map(route, exchange.Request);
        exchange.RequestTemplate = outcome.Template;
        if (outcome is GatewayAnswer own) return own.Response;
        var call = (BackendCall)outcome;
        exchange.Call = call;
        var result = call.MockResponse ?? await CallAsync(exchange, route, call).ConfigureAwait(false);
        exchange.BackendResponse = result.Response;
        return result.Fault is { } fault ? exchange.Fails(fault) : ResponseMapping.Map(route, exchange.Request, call, result.Response!);
    }

    private async ValueTask<Services.BackendResult> CallAsync(Exchange exchange, PreparedRoute route, BackendCall call)
    {
        var start = clock.GetTimestamp();
        var result = await integrations.CallAsync(exchange, route, call).ConfigureAwait(false);
        exchange.Role = result.Role;
        exchange.IntegrationLatency = clock.GetElapsedTime(start);
        return result;
    }
}

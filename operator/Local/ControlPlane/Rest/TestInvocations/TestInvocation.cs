using System.Collections.Immutable;
using DirectRoute.Core.Gateway;
using DirectRoute.Local.DataPlane;
using DirectRoute.Local.Protocol;
using DirectRoute.Local.Services;

namespace DirectRoute.Local.ControlPlane.Rest.TestInvocations;

/// <summary>One try of a method: the way of a request without a stage, an authorizer or an API key.</summary>
/// <param name="Route">The method as it is now, deployed or not.</param>
/// <param name="Request">What it is tried with.</param>
/// <param name="Ids">What the request is known by.</param>
/// <param name="Origin">Which method calls.</param>
internal sealed record TestInvocation(PreparedRoute Route, GatewayRequest Request, RequestIds Ids, CallOrigin Origin)
{
    public async ValueTask<Answer> RunAsync(OperationServices services, CancellationToken aborted)
    {
        var start = services.Clock.GetTimestamp();
        var log = new TestInvocationLog(Ids.RequestId, services.Clock);
        log.Request(Request);
        var response = await RespondAsync(services, log, aborted).ConfigureAwait(false);
        return Answer.Json(200, Shown(response, log.End(response), services.Clock.GetElapsedTime(start)), TestInvocationJson.Default.TestInvokeMethodResult);
    }

    private async ValueTask<ClientResponse> RespondAsync(OperationServices services, TestInvocationLog log, CancellationToken aborted)
    {
        var outcome = RequestMapping.Map(Route, Request);
        if (outcome is GatewayAnswer own) return own.Response;
        var call = (BackendCall)outcome;
        if (call.MockResponse is { } mock) return ResponseMapping.Map(Route, Request, call, mock);
        log.Call(call.Request);
        var start = services.Clock.GetTimestamp();
        var result = await services.Backends.SendAsync(Route.Integration, call.Request, Origin, aborted).ConfigureAwait(false);
        if (result.Fault is { } fault) return GatewayResponses.Answer(Route.Api, Request, fault);
        log.Answered(result.Response!, services.Clock.GetElapsedTime(start));
        return Traced(ResponseMapping.Map(Route, Request, call, result.Response!));
    }

    /// <summary>Recorded on AWS: the answers of services carry their trace, those of MOCK do not.</summary>
    private ClientResponse Traced(ClientResponse response) => Route.Integration.Type == Core.Model.IntegrationType.AWS
        ? response with { Headers = NamedValues.Headers([new("X-Amzn-Trace-Id", Ids.TraceId), .. response.Headers]) } : response;

    private static TestInvokeMethodResult Shown(ClientResponse response, string log, TimeSpan latency) => new()
    {
        Status = response.StatusCode,
        Body = response.Text,
        Headers = response.Headers.Names.ToImmutableSortedDictionary(n => n, n => response.Headers.Last(n)!, StringComparer.Ordinal),
        MultiValueHeaders = response.Headers.Names.ToImmutableSortedDictionary(n => n, response.Headers.All, StringComparer.Ordinal),
        Log = log,
        Latency = (long)latency.TotalMilliseconds,
    };
}

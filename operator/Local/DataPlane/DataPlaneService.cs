using DirectRoute.Core.Gateway;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;
using DirectRoute.Local.Services;
using DirectRoute.Local.State;
using Microsoft.AspNetCore.Http;

namespace DirectRoute.Local.DataPlane;

/// <summary>Serves the stages of deployed REST APIs. A request reads one immutable snapshot, so it waits for no other and for no call of the control plane.</summary>
internal sealed class DataPlaneService(AccountStates accounts, Backends backends)
{
    private static readonly ApiModel NoApi = new() { Protocol = ApiProtocol.REST, Region = "", Name = "" };

    public async Task HandleAsync(HttpContext http)
    {
        var now = accounts.Clock.GetUtcNow();
        var ids = RequestIds.New(http.Request.Headers["X-Amzn-Trace-Id"], now);
        var target = RequestTarget.Of(http);
        var stage = StageView.Of(accounts, target);
        var match = stage?.Deployment.Routes.Find(target.Path);
        var method = match?.Resource.Method(http.Request.Method);
        var request = new GatewayRequest
        {
            Method = http.Request.Method,
            Path = target.Path,
            PathParameters = match?.PathParameters ?? default,
            Headers = RequestReader.Headers(http.Request),
            Query = RequestReader.Query(target.Query),
            StageVariables = stage?.Variables ?? default,
            Context = stage is null ? [] : RequestContext.Of(http, target, stage, ids, match?.Resource, now),
        };
        var answer = stage is null
            ? GatewayResponses.Answer(NoApi, request, DataPlaneFaults.Forbidden)
            : await AnswerAsync(http, target, stage, method, request, ids).ConfigureAwait(false);
        var isTraced = method?.Route?.Route.Integration.Type is IntegrationType.AWS or IntegrationType.AWS_PROXY;
        await ResponseWriter.WriteAsync(http, Sendable(stage, request, answer), ids, isTraced).ConfigureAwait(false);
    }

    private async ValueTask<ClientResponse> AnswerAsync(
        HttpContext http, RequestTarget target, StageView stage, ServedMethod? method, GatewayRequest request, RequestIds ids)
    {
        if (method is null) return Fails(stage, request, GatewayFault.NoSuchRestRoute);
        if (method.Refusal is { } refusal) return Fails(stage, request, refusal);
        return await RequestReader.BodyAsync(http).ConfigureAwait(false) is { } body
            ? await IntegrateAsync(target, stage, method.Route!, request with { Body = body }, ids, http.RequestAborted).ConfigureAwait(false)
            : Fails(stage, request, DataPlaneFaults.RequestTooLarge);
    }

    private async ValueTask<ClientResponse> IntegrateAsync(
        RequestTarget target, StageView stage, PreparedRoute route, GatewayRequest request, RequestIds ids, CancellationToken aborted)
    {
        var outcome = RequestMapping.Map(route, request);
        if (outcome is GatewayAnswer own) return own.Response;
        var call = (BackendCall)outcome;
        if (call.MockResponse is { } mock) return ResponseMapping.Map(route, request, call, mock);
        var origin = stage.Origin(target, route, request.Method, ids);
        var result = await backends.SendAsync(route.Route.Integration, call.Request, origin, aborted).ConfigureAwait(false);
        return result.Fault is { } fault ? Fails(stage, request, fault) : ResponseMapping.Map(route, request, call, result.Response!);
    }

    /// <summary>An override may say a status that HTTP has no room for.</summary>
    private static ClientResponse Sendable(StageView? stage, GatewayRequest request, ClientResponse answer) =>
        answer.StatusCode is >= 200 and <= 599
            ? answer
            : GatewayResponses.Answer(stage?.Deployment.Api ?? NoApi, request, GatewayFault.Misconfigured($"The status {answer.StatusCode} is none of 200 to 599.")) with { StatusCode = 500 };

    private static ClientResponse Fails(StageView stage, GatewayRequest request, GatewayFault fault) => GatewayResponses.Answer(stage.Deployment.Api, request, fault);
}

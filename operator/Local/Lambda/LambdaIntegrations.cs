using DirectRoute.Core.Gateway;
using DirectRoute.Core.Gateway.Lambda;
using DirectRoute.Core.Model;
using DirectRoute.Local.DataPlane;
using DirectRoute.Local.Services;

namespace DirectRoute.Local.Lambda;

/// <summary>Calls the functions of integrations: by proxy with the event of the whole request, else with what the mapping made.</summary>
internal sealed class LambdaIntegrations(FunctionInvoker invoker)
{
    private const string EventInvocation = "Event";

    /// <summary>Whether the integration invokes a function.</summary>
    public static bool Serves(IntegrationModel integration) => integration.Subtype is null && (integration.Type == IntegrationType.AWS_PROXY
        || (integration.Type == IntegrationType.AWS && integration.Uri?.Contains(":lambda:path/", StringComparison.Ordinal) == true));

    public async ValueTask<BackendResult> CallAsync(Exchange exchange, PreparedRoute route, BackendCall call)
    {
        if (FunctionReference.OfUri(call.Request.Uri) is not { } function) return LambdaFaults.NoReference(call.Request.Uri);
        var integration = route.Route.Integration;
        var isProxy = integration.Type == IntegrationType.AWS_PROXY;
        var payload = isProxy ? EventOf(exchange, route, call.Request) : call.Request.Body;
        return await invoker.InvokeAsync(
            new Invocation(function, payload, exchange.Stage!.Origin(exchange), integration.TimeoutInMillis)
            {
                Credentials = integration.Credentials,
                IsEvent = !isProxy && EventInvocation.Equals(call.Request.Headers.Last("X-Amz-Invocation-Type"), StringComparison.OrdinalIgnoreCase),
            },
            exchange.Aborted).ConfigureAwait(false);
    }

    private static ReadOnlyMemory<byte> EventOf(Exchange exchange, PreparedRoute route, BackendRequest call) =>
        ProxyEvents.Of(route, exchange.Request, call with { Headers = ForwardedHeaders.Of(call.Headers, exchange) });
}

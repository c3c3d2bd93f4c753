using DirectRoute.Core.Gateway;
using DirectRoute.Core.Gateway.Calls;
using DirectRoute.Local.Lambda;
using DirectRoute.Local.Services;

namespace DirectRoute.Local.DataPlane;

/// <summary>Calls the backend of a route, each type of integration in its own way.</summary>
internal sealed class Integrations(Backends backends, FunctionInvoker functions)
{
    private readonly LambdaIntegrations lambda = new(functions);

    public ValueTask<BackendResult> CallAsync(Exchange exchange, PreparedRoute route, BackendCall call) =>
        LambdaIntegrations.Serves(route.Route.Integration) ? lambda.CallAsync(exchange, route, call) : SendAsync(exchange, route, call);

    private async ValueTask<BackendResult> SendAsync(Exchange exchange, PreparedRoute route, BackendCall call)
    {
        var result = await backends.SendAsync(route.Route.Integration, call.Request, exchange.Stage!.Origin(exchange), exchange.Aborted).ConfigureAwait(false);
        return result.Response is { } answer && ServiceUri.Parse(call.Request.Uri ?? "") is { } service
            ? result with { Response = QueryAnswer.AsAws(service.Service, call.Request.Headers.Last("Accept"), answer) }
            : result;
    }
}

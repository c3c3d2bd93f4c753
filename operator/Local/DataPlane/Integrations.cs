using DirectRoute.Core.Gateway;
using DirectRoute.Local.Services;

namespace DirectRoute.Local.DataPlane;

/// <summary>Calls the backend of a route, each type of integration in its own way.</summary>
internal sealed class Integrations(Backends backends)
{
    public ValueTask<BackendResult> CallAsync(Exchange exchange, PreparedRoute route, BackendCall call) =>
        backends.SendAsync(route.Route.Integration, call.Request, exchange.Stage!.Origin(exchange), exchange.Aborted);
}

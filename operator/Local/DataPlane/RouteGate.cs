using DirectRoute.Core.Gateway;
using DirectRoute.Core.Manifests;

namespace DirectRoute.Local.DataPlane;

/// <summary>Lets requests pass that a route serves.</summary>
internal sealed class RouteGate : IGate
{
    public ValueTask<ClientResponse?> AnswerAsync(Exchange exchange) => new(Fault(exchange) is { } fault ? exchange.Fails(fault) : null);

    private static GatewayFault? Fault(Exchange exchange)
    {
        if (exchange.Route is { } route) return route.Refusal;
        return exchange.Protocol == ApiProtocol.HTTP ? GatewayFault.NoSuchHttpRoute : GatewayFault.NoSuchRestRoute;
    }
}

using DirectRoute.Core.Gateway;
using DirectRoute.Core.Gateway.Http;

namespace DirectRoute.Local.DataPlane.Http;

/// <summary>
/// Answers a browser's preflight of an API with CORS, whether a route serves it or not. A route that serves OPTIONS asks its authorizer first: AWS's reference says so
/// of <c>$default</c>, and to add an open OPTIONS route for it.
/// </summary>
/// <param name="authorizers">Asks the route's authorizer.</param>
internal sealed class PreflightGate(IGate authorizers) : IGate
{
    public async ValueTask<ClientResponse?> AnswerAsync(Exchange exchange)
    {
        if (exchange.Stage is not { } stage || CrossOrigin.Preflight(stage.Api, exchange.Request) is not { } preflight) return null;
        var refused = exchange.Route?.Prepared is null ? null : await authorizers.AnswerAsync(exchange).ConfigureAwait(false);
        return refused ?? preflight;
    }
}

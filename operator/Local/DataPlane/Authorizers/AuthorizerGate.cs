using DirectRoute.Core.Gateway;
using DirectRoute.Core.Model;

namespace DirectRoute.Local.DataPlane.Authorizers;

/// <summary>Lets requests pass that the route's authorizer allows, and keeps what it says of the caller as <c>$context.authorizer</c>.</summary>
internal sealed class AuthorizerGate(AuthorizerTypes types) : IGate
{
    public async ValueTask<ClientResponse?> AnswerAsync(Exchange exchange)
    {
        var route = exchange.Route!.Prepared!;
        if (types.Of(route.Route.Authorization) is not { } decider) return null;
        if (!TryFind(route, out var authorizer)) return exchange.Fails(AuthorizerFaults.Misconfigured("The route names an authorizer that the API does not have."));
        var decision = await decider.DecideAsync(exchange, authorizer).ConfigureAwait(false);
        if (decision.Context is { } context) exchange.Context["authorizer"] = context;
        exchange.UsageIdentifierKey = decision.UsageIdentifierKey;
        return decision.Fault is { } fault ? Refused(exchange, fault, decision.Headers) : null;
    }

    private static bool TryFind(PreparedRoute route, out AuthorizerModel? authorizer)
    {
        authorizer = route.Route.Authorizer is { } name ? route.Api.Authorizers.FirstOrDefault(a => a.Name == name) : null;
        return authorizer is not null || route.Route.Authorization == AuthorizationType.AWS_IAM;
    }

    private static ClientResponse Refused(Exchange exchange, GatewayFault fault, NamedValues headers)
    {
        var answer = exchange.Fails(fault);
        return headers.Aggregate(answer, (a, h) => a with { Headers = a.Headers.SetDefault(h.Name, h.Value) });
    }
}

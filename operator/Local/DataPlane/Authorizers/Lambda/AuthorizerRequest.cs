using DirectRoute.Core.Gateway.Lambda;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;
using DirectRoute.Local.Lambda;

namespace DirectRoute.Local.DataPlane.Authorizers.Lambda;

/// <summary>What the function of an authorizer is asked.</summary>
internal static class AuthorizerRequest
{
    private const string NewerFormat = "2.0";

    public static ReadOnlyMemory<byte> EventOf(Exchange exchange, AuthorizerModel authorizer, IReadOnlyList<string> identity)
    {
        var arn = exchange.Stage!.MethodArn(exchange);
        if (authorizer.Type == AuthorizerType.TOKEN) return AuthorizerEvents.Token(arn, identity[0]);
        var (route, request) = (exchange.Route!.Prepared!, exchange.Request with { Headers = ForwardedHeaders.Of(exchange.Request.Headers, exchange) });
        if (exchange.Protocol != ApiProtocol.HTTP) return AuthorizerEvents.Request(route, request, arn);
        return authorizer.PayloadFormatVersion == NewerFormat ? AuthorizerEvents.Http2(route, request, arn, identity) : AuthorizerEvents.Http1(route, request, arn, identity);
    }
}

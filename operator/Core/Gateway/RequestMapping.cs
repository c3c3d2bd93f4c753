using DirectRoute.Core.Gateway.Http;
using DirectRoute.Core.Gateway.Rest;
using DirectRoute.Core.Manifests;

namespace DirectRoute.Core.Gateway;

/// <summary>From a client's request to the call of the backend, as API Gateway makes it. Pure and total.</summary>
public static class RequestMapping
{
    /// <summary>The call, or API Gateway's own answer.</summary>
    public static RequestOutcome Map(PreparedRoute route, GatewayRequest request) =>
        route.Api.Protocol == ApiProtocol.HTTP ? HttpRequests.Map(route, request) : RestRequests.Map(route, request);
}

using DirectRoute.Core.Gateway.Http;
using DirectRoute.Core.Gateway.Rest;
using DirectRoute.Core.Manifests;

namespace DirectRoute.Core.Gateway;

/// <summary>From a backend's answer to the client's, as API Gateway makes it. Pure and total.</summary>
public static class ResponseMapping
{
    /// <summary>What the client gets.</summary>
    /// <param name="request">The request that <see cref="RequestMapping.Map"/> made the call of.</param>
    /// <param name="call">The call.</param>
    /// <param name="response">The backend's answer to it.</param>
    public static ClientResponse Map(PreparedRoute route, GatewayRequest request, BackendCall call, BackendResponse response) =>
        route.Api.Protocol == ApiProtocol.HTTP ? HttpResponses.Map(route, request, response) : RestResponses.Map(route, request, call, response);
}

using DirectRoute.Core.Gateway;

namespace DirectRoute.Local.DataPlane;

/// <summary>What a request has to pass before it is mapped: a route, an authorizer, a key, a rate.</summary>
internal interface IGate
{
    /// <summary>Lets the request pass, or answers it.</summary>
    /// <returns>Null to let it pass.</returns>
    ValueTask<ClientResponse?> AnswerAsync(Exchange exchange);
}

using System.Text.Json.Nodes;
using DirectRoute.Core.Gateway;

namespace DirectRoute.Local.DataPlane.Authorizers;

/// <summary>What an authorizer says of a request.</summary>
internal sealed record AuthorizerDecision
{
    private AuthorizerDecision(GatewayFault? fault) => Fault = fault;

    /// <summary>Why the request is refused; null when it may go on.</summary>
    public GatewayFault? Fault { get; }

    /// <summary>What becomes <c>$context.authorizer</c>, of a refused request too; null for nothing. It is in no other tree: one that is kept is given out as a clone.</summary>
    public JsonObject? Context { get; init; }

    /// <summary>The API key that the request counts for, where the API's <c>apiKeySource</c> is AUTHORIZER; null for none.</summary>
    public string? UsageIdentifierKey { get; init; }

    /// <summary>Headers of the answer to a refused request, such as <c>www-authenticate</c>.</summary>
    public NamedValues Headers { get; init; } = NamedValues.NoHeaders;

    /// <summary>The request may go on.</summary>
    public static AuthorizerDecision Allow(JsonObject? context = null) => new((GatewayFault?)null) { Context = context };

    /// <summary>The request is answered with this.</summary>
    public static AuthorizerDecision Refuse(GatewayFault fault) => new(fault);
}

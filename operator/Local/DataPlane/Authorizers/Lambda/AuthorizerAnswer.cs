using System.Text.Json.Nodes;
using DirectRoute.Core.Gateway;
using DirectRoute.Core.Policies.Evaluation;

namespace DirectRoute.Local.DataPlane.Authorizers.Lambda;

/// <summary>What the function of an authorizer says of an identity.</summary>
internal sealed record AuthorizerAnswer
{
    /// <summary>What the identity may call; null when the function says yes or no instead.</summary>
    public IamPolicy? Policy { get; init; }

    /// <summary>Whether it said yes, where it says yes or no.</summary>
    public bool IsAuthorized { get; init; }

    /// <summary>What becomes <c>$context.authorizer</c>.</summary>
    public JsonObject Context { get; init; } = [];

    /// <summary>The API key of the caller; null when the function says none.</summary>
    public string? UsageIdentifierKey { get; init; }

    /// <summary>How long the function took.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>Why there is no answer; null when there is one.</summary>
    public GatewayFault? Fault { get; private init; }

    /// <summary>The function gave no answer that counts.</summary>
    public static AuthorizerAnswer Failed(GatewayFault fault) => new() { Fault = fault };
}

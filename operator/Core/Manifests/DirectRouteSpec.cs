using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace DirectRoute.Core.Manifests;

/// <summary>A route: a method and a path of an API, and what serves it: an AWS action, a function, an address, or a fixed answer.</summary>
public sealed record DirectRouteSpec
{
    /// <summary>The API that the route belongs to.</summary>
    public required ApiReference ApiRef { get; init; }

    /// <summary>Which requests the route serves.</summary>
    public required RouteMatch Match { get; init; }

    /// <summary>What the route calls.</summary>
    public required RouteTarget Target { get; init; }

    /// <summary>What API Gateway checks before it calls the target; of a request that fails, the client gets 400. REST only.</summary>
    public RouteRequest? Request { get; init; }

    /// <summary>
    /// Which answers of the target become which answers of the route; the first that fits decides. What none fits falls to the action's own defaults.
    /// </summary>
    [MaxLength(50)]
    public IReadOnlyList<RouteResponse>? Responses { get; init; }

    /// <summary>How clients prove who they are. Default: the API's auth.</summary>
    public RouteAuth? Auth { get; init; }

    /// <summary>The IntegrationRole that API Gateway assumes for the call; in the route's own namespace. Default: the API's roleRef, or else the API's own role.</summary>
    public RoleReference? RoleRef { get; init; }

    /// <summary>How long API Gateway waits for the action, in milliseconds: 50 to 29000 on REST, to 30000 on HTTP. Default: the longest.</summary>
    [Range(50, 30000)]
    public int? TimeoutInMillis { get; init; }

    /// <summary>Sample requests and what must come of them. A route whose tests fail is not served as it is written; what AWS served before stays.</summary>
    [MaxLength(32)]
    public IReadOnlyList<RouteTest>? Tests { get; init; }
}

/// <summary>Which requests a route serves.</summary>
public sealed record RouteMatch
{
    /// <summary>The HTTP method; ANY serves those that no other route of the path serves.</summary>
    public required RouteMethod Method { get; init; }

    /// <summary>The path, such as /users/{userId}; a last segment {name+} takes all that follows.</summary>
    [RegularExpression("^/([a-zA-Z0-9._~:@!$&'()*+,;=%-]+|\\{[a-zA-Z0-9._-]+\\+?\\})?(/([a-zA-Z0-9._~:@!$&'()*+,;=%-]+|\\{[a-zA-Z0-9._-]+\\+?\\}))*$"), Length(1, 1024)]
    public required string Path { get; init; }
}

/// <summary>The HTTP methods that API Gateway routes by.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RouteMethod>))]
public enum RouteMethod
{
    /// <summary>Every method that no other route of the path serves.</summary>
    ANY,

    /// <summary>DELETE.</summary>
    DELETE,

    /// <summary>GET.</summary>
    GET,

    /// <summary>HEAD.</summary>
    HEAD,

    /// <summary>OPTIONS.</summary>
    OPTIONS,

    /// <summary>PATCH.</summary>
    PATCH,

    /// <summary>POST.</summary>
    POST,

    /// <summary>PUT.</summary>
    PUT,
}

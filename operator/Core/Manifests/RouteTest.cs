using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;

namespace DirectRoute.Core.Manifests;

/// <summary>A sample request of a route, and what must come of it. It is tried whenever the route is compiled; nothing is called.</summary>
public sealed record RouteTest
{
    /// <summary>What is tested, in words.</summary>
    [Length(1, 128)]
    public required string Name { get; init; }

    /// <summary>What the client sends. Default: a request without headers and body.</summary>
    public RouteTestRequest? Request { get; init; }

    /// <summary>What the service would answer. Without it, a test that expects a response expects API Gateway's own, with no call of the service.</summary>
    public RouteTestBackendResponse? BackendResponse { get; init; }

    /// <summary>What must come of it.</summary>
    public required RouteTestExpectation Expect { get; init; }
}

/// <summary>What the client sends.</summary>
public sealed record RouteTestRequest
{
    /// <summary>The HTTP method. Default: the route's own; GET for ANY.</summary>
    public RouteMethod? Method { get; init; }

    /// <summary>The variables of the route's path by name, as they stand in the URL.</summary>
    [MaxLength(50)]
    public IReadOnlyDictionary<string, string>? Path { get; init; }

    /// <summary>The parameters of the query string, decoded.</summary>
    [MaxLength(50)]
    public IReadOnlyDictionary<string, string>? Querystring { get; init; }

    /// <summary>The headers.</summary>
    [MaxLength(50)]
    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    /// <summary>The header Content-Type. Default: application/json when there is a body.</summary>
    [Length(1, 256)]
    public string? ContentType { get; init; }

    /// <summary>The body: a text is sent as it is, anything else as JSON.</summary>
    public JsonNode? Body { get; init; }

    /// <summary>What $context holds, as a tree; what is not given has sample values.</summary>
    public JsonObject? Context { get; init; }

    /// <summary>Stage variables, on top of those of the API's first stage.</summary>
    [MaxLength(100)]
    public IReadOnlyDictionary<string, string>? StageVariables { get; init; }
}

/// <summary>What the service would answer.</summary>
public sealed record RouteTestBackendResponse
{
    /// <summary>The HTTP status. Default: 200.</summary>
    [Range(100, 599)]
    public int? Status { get; init; }

    /// <summary>The headers.</summary>
    [MaxLength(50)]
    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    /// <summary>The body: a text is taken as it is, anything else as JSON.</summary>
    public JsonNode? Body { get; init; }
}

/// <summary>What must come of a sample request.</summary>
public sealed record RouteTestExpectation
{
    /// <summary>What the service must be asked.</summary>
    public RouteTestBackendRequest? BackendRequest { get; init; }

    /// <summary>What the client must get.</summary>
    public RouteTestResponse? Response { get; init; }
}

/// <summary>What the service must be asked. What is not said is not looked at.</summary>
public sealed record RouteTestBackendRequest
{
    /// <summary>The integration's URI with its placeholders filled in; on HTTP APIs the service and action, such as SQS-SendMessage.</summary>
    [Length(1, 2048)]
    public string? Uri { get; init; }

    /// <summary>The HTTP method.</summary>
    [Length(1, 16)]
    public string? Method { get; init; }

    /// <summary>Headers that must be there with this value; not there at all when the value is empty.</summary>
    [MaxLength(50)]
    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    /// <summary>Parameters of the query string that must be there with this value; not there at all when the value is empty.</summary>
    [MaxLength(50)]
    public IReadOnlyDictionary<string, string>? Querystring { get; init; }

    /// <summary>The whole body. JSON is compared by meaning, a form by its fields; on HTTP APIs it is the service's parameters.</summary>
    public JsonNode? Body { get; init; }

    /// <summary>What the body must hold among other members; of a text, a part.</summary>
    public JsonNode? BodyContains { get; init; }
}

/// <summary>What the client must get. What is not said is not looked at.</summary>
public sealed record RouteTestResponse
{
    /// <summary>The HTTP status.</summary>
    [Range(100, 599)]
    public int? Status { get; init; }

    /// <summary>Headers that must be there with this value; not there at all when the value is empty.</summary>
    [MaxLength(50)]
    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    /// <summary>The whole body. JSON is compared by meaning.</summary>
    public JsonNode? Body { get; init; }

    /// <summary>What the body must hold among other members; of a text, a part.</summary>
    public JsonNode? BodyContains { get; init; }
}

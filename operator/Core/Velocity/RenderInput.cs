using System.Text.Json.Nodes;
using DirectRoute.Core.Collections;

namespace DirectRoute.Core.Velocity;

/// <summary>What a template sees of a request or of a backend's response.</summary>
public sealed record RenderInput
{
    /// <summary>The payload as text; null and empty are what API Gateway makes of both, <c>{}</c>.</summary>
    public string? Body { get; init; }

    /// <summary>The path parameters, as <c>$input.params()</c> shows them.</summary>
    public ValueMap<string> Path { get; init; }

    /// <summary>The query parameters; of one that is given several times, the last.</summary>
    public ValueMap<string> QueryString { get; init; }

    /// <summary>The headers, with their names as the client wrote them.</summary>
    public ValueMap<string> Header { get; init; }

    /// <summary>
    /// <c>$context</c>, nested: <c>{"requestId": "...", "identity": {"sourceIp": "..."}}</c>.
    /// What the request template left in <c>requestOverride</c> and <c>responseOverride</c> may be among it. Null is empty.
    /// </summary>
    public JsonObject? Context { get; init; }

    /// <summary><c>$stageVariables</c>.</summary>
    public ValueMap<string> StageVariables { get; init; }
}

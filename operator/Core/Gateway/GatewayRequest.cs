using System.Text;
using System.Text.Json.Nodes;
using DirectRoute.Core.Collections;

namespace DirectRoute.Core.Gateway;

/// <summary>A client's request, once it is known which route serves it.</summary>
public sealed record GatewayRequest
{
    /// <summary>The HTTP method, in capitals.</summary>
    public required string Method { get; init; }

    /// <summary>The path below the stage, as the client wrote it.</summary>
    public required string Path { get; init; }

    /// <summary>The variables of the route's path, without braces. REST takes them as they stand in the URL, HTTP APIs decoded.</summary>
    public ValueMap<string> PathParameters { get; init; }
    public NamedValues Headers { get; init; } = NamedValues.NoHeaders;

    /// <summary>The parameters of the query string, decoded.</summary>
    public NamedValues Query { get; init; } = NamedValues.NoQuery;

    /// <summary>The query string as the client wrote it, without its question mark.</summary>
    public string QueryString { get; init; } = "";
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary><c>$context</c> as a tree: <c>{"requestId": "...", "identity": {"sourceIp": "..."}}</c>. It is read, never changed.</summary>
    public JsonObject Context { get; init; } = [];

    /// <summary>The variables of the stage that serves the request.</summary>
    public ValueMap<string> StageVariables { get; init; }

    /// <summary>The body as text; bytes that are no UTF-8 become U+FFFD.</summary>
    internal string Text => Encoding.UTF8.GetString(Body.Span);
}

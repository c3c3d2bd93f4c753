using System.Text;
using DirectRoute.Core.Collections;

namespace DirectRoute.Core.Gateway;

/// <summary>What API Gateway sends to a backend. Signing, <c>Host</c>, <c>Content-Length</c> and trace headers are left to whoever sends it.</summary>
public sealed record BackendRequest
{
    /// <summary>The integration's URI with its placeholders bound; null for a first-class integration of an HTTP API.</summary>
    public string? Uri { get; init; }

    /// <summary>HTTP: the first-class service, such as <c>SQS-SendMessage</c>.</summary>
    public string? Subtype { get; init; }

    /// <summary>HTTP: the parameters of the first-class service; one whose reference has no value is not there.</summary>
    public ValueMap<string> Parameters { get; init; }

    /// <summary>The HTTP method, in capitals; empty for a first-class integration.</summary>
    public string Method { get; init; } = "";
    public NamedValues Headers { get; init; } = NamedValues.NoHeaders;

    /// <summary>What is added to the query string that the URI may already have; not yet encoded.</summary>
    public NamedValues Query { get; init; } = NamedValues.NoQuery;
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The body as text; bytes that are no UTF-8 become U+FFFD.</summary>
    public string Text => Encoding.UTF8.GetString(Body.Span);
}

/// <summary>What a backend answers.</summary>
public sealed record BackendResponse
{
    public required int StatusCode { get; init; }
    public NamedValues Headers { get; init; } = NamedValues.NoHeaders;
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The body as text; bytes that are no UTF-8 become U+FFFD.</summary>
    internal string Text => Encoding.UTF8.GetString(Body.Span);
}

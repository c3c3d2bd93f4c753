using DirectRoute.Core.Collections;

namespace DirectRoute.Core.Catalogue;

/// <summary>
/// Which answers of an action become which answers of the route. Rules are tried in order, the action's own before those that all actions share; the first
/// whose condition holds decides.
/// </summary>
public sealed record ResponseRule
{
    /// <summary>What must be true of the answer; null for every success (2xx).</summary>
    public ResponseCondition? When { get; init; }

    /// <summary>The status that the client gets.</summary>
    public required int Status { get; init; }

    /// <summary>The client's headers: texts in the expression language, such as <c>$response.header.ETag</c>.</summary>
    public ValueMap<string> Headers { get; init; }

    /// <summary>
    /// The client's body: one expression (<c>$response.body.Item</c>), or JSON whose texts are expressions (<c>{"id": "$response.body.MessageId"}</c>);
    /// empty for no body. Null passes the answer on when <see cref="Status"/> is below 400, and is <c>{"message": "Not Found"}</c> or the like otherwise.
    /// </summary>
    public string? Body { get; init; }
}

/// <summary>What must be true of an answer; everything that is given must hold.</summary>
public sealed record ResponseCondition
{
    /// <summary>A status (<c>404</c>) or a class of them (<c>4xx</c>). Null for every failure when <see cref="Errors"/> are given, and for every success otherwise.</summary>
    public string? Status { get; init; }

    /// <summary>The service's error types, of which the answer's must be one: <c>ConditionalCheckFailedException</c>. A star stands for any text.</summary>
    public ValueList<string> Errors { get; init; }

    /// <summary>Values that parts of a JSON answer must have, by path (<c>output.state</c>); null for a part that is missing, null or empty.</summary>
    public ValueMap<string?> Body { get; init; }

    /// <summary>An answer without this part.</summary>
    public static ResponseCondition Missing(string path) => new() { Body = ValueMap.Of<string?>((path, null)) };

    /// <summary>An answer in which this part has this value.</summary>
    public static ResponseCondition Equal(string path, string value) => new() { Body = ValueMap.Of<string?>((path, value)) };

    /// <summary>A failure of one of these types.</summary>
    public static ResponseCondition Error(params ReadOnlySpan<string> types) => new() { Errors = ValueList.Create(types) };

    /// <summary>An answer with this status, or of this class.</summary>
    public static ResponseCondition Of(string status) => new() { Status = status };
}

/// <summary>Where a service's failures say their type.</summary>
public enum ErrorStyle
{
    /// <summary>JSON protocols: <c>__type</c> in the body, a namespace before a hash.</summary>
    Json,

    /// <summary>The query protocol, answered as JSON: <c>Error.Code</c>.</summary>
    QueryJson,

    /// <summary>The query protocol, answered as XML: <c>Code</c>.</summary>
    QueryXml,

    /// <summary>REST with XML: the status says it, and <c>Code</c> in the body where there is one.</summary>
    RestXml,

    /// <summary>REST with JSON: the status says it; the type is in a header, which templates cannot read.</summary>
    RestJson,

    /// <summary>A Lambda function's own: <c>errorType</c>; there is no status.</summary>
    Lambda,

    /// <summary>Not at all: only the status tells.</summary>
    None,
}

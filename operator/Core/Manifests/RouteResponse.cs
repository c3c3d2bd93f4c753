using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;

namespace DirectRoute.Core.Manifests;

/// <summary>What the client gets for some of the target's answers.</summary>
public sealed record RouteResponse
{
    /// <summary>The status that the client gets.</summary>
    [Range(200, 599)]
    public required int Status { get; init; }

    /// <summary>What must be true of the answer; all that is given must hold. Default: that it is a success.</summary>
    public ResponseWhen? When { get; init; }

    /// <summary>Headers: constants or expressions, such as $response.header.ETag.</summary>
    [MaxLength(50)]
    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    /// <summary>
    /// The body: a tree whose leaves may be expressions, such as $response.body.Item, or "" for none. Default: the answer's body as it is where status is below 400,
    /// and {"message": "Not Found"} or the like otherwise.
    /// </summary>
    public JsonNode? Body { get; init; }
}

/// <summary>What must be true of an answer.</summary>
public sealed record ResponseWhen
{
    /// <summary>The target's status, such as 404, or a class of them, such as 4xx. Default: every failure if error is given, every success otherwise.</summary>
    [RegularExpression("^[1-5]([0-9]{2}|xx)$"), Length(3, 3)]
    public string? Status { get; init; }

    /// <summary>The service's type of error, such as ConditionalCheckFailedException. A star stands for any text.</summary>
    [RegularExpression("^[A-Za-z0-9._*-]+$"), Length(1, 128)]
    public string? Error { get; init; }

    /// <summary>Values that parts of the answer's body must have, by path such as Item.state; an empty text for a part that is missing, null or empty, as the API server drops a null.</summary>
    public JsonObject? Body { get; init; }
}

using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;

namespace DirectRoute.Core.Manifests;

/// <summary>What API Gateway checks of a request.</summary>
public sealed record RouteRequest
{
    /// <summary>The JSON schema (draft 4) that a body must fit.</summary>
    public JsonObject? Schema { get; init; }

    /// <summary>Instead of schema: the name of one of the API's models.</summary>
    [RegularExpression("^[a-zA-Z0-9]+$"), Length(1, 128)]
    public string? Model { get; init; }

    /// <summary>The content types that are taken; others are answered with 415. Default: application/json.</summary>
    [Length(1, 10)]
    public IReadOnlyList<string>? ContentTypes { get; init; }

    /// <summary>Headers that must be there.</summary>
    [MaxLength(20)]
    public IReadOnlyList<string>? Headers { get; init; }

    /// <summary>Parameters of the query string that must be there.</summary>
    [MaxLength(20)]
    public IReadOnlyList<string>? Querystring { get; init; }
}

/// <summary>A JSON schema that routes name.</summary>
public sealed record ApiSchema
{
    /// <summary>Its name: letters and digits.</summary>
    [RegularExpression("^[a-zA-Z0-9]+$"), Length(1, 128)]
    public required string Name { get; init; }

    /// <summary>What it describes.</summary>
    [Length(1, 1024)]
    public string? Description { get; init; }

    /// <summary>The schema (JSON Schema draft 4). Another model is named by {$ref: "#/models/Name"}.</summary>
    public required JsonObject Schema { get; init; }
}

namespace DirectRoute.Core.Model;

/// <summary>What API Gateway calls a model: the JSON schema (draft 4) of a body.</summary>
public sealed record SchemaModel
{
    /// <summary>Letters and digits; unique in the API.</summary>
    public required string Name { get; init; }
    public required string ContentType { get; init; }
    public string? Description { get; init; }

    /// <summary>Canonical JSON.</summary>
    public required string Schema { get; init; }
}

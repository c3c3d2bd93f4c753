using System.Text.Json.Serialization;

namespace DirectRoute.Local.ControlPlane.Rest.Documentation;

/// <summary>DocumentationPart, and the body of CreateDocumentationPart.</summary>
internal sealed record DocumentationPart
{
    public string? Id { get; init; }
    public DocumentationLocation? Location { get; init; }

    /// <summary>An object in JSON, as text.</summary>
    public string? Properties { get; init; }
}

/// <summary>DocumentationPartLocation: what of an API is described.</summary>
internal sealed record DocumentationLocation
{
    public string? Type { get; init; }
    public string? Path { get; init; }
    public string? Method { get; init; }
    public string? StatusCode { get; init; }
    public string? Name { get; init; }
}

/// <summary>DocumentationPartIds: what an import made.</summary>
internal sealed record DocumentationPartIds(IReadOnlyList<string> Ids, IReadOnlyList<string>? Warnings);

/// <summary>DocumentationVersion.</summary>
internal sealed record DocumentationVersion
{
    public string? Version { get; init; }

    /// <summary>Seconds since 1970.</summary>
    public long CreatedDate { get; init; }
    public string? Description { get; init; }
}

/// <summary>The body of CreateDocumentationVersion.</summary>
internal sealed record CreateDocumentationVersion(string? DocumentationVersion, string? StageName, string? Description);

/// <summary>How the shapes are read and written: no member is written that is not set.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DocumentationPart))]
[JsonSerializable(typeof(Page<DocumentationPart>), TypeInfoPropertyName = "DocumentationParts")]
[JsonSerializable(typeof(DocumentationPartIds))]
[JsonSerializable(typeof(DocumentationVersion))]
[JsonSerializable(typeof(Page<DocumentationVersion>), TypeInfoPropertyName = "DocumentationVersions")]
[JsonSerializable(typeof(CreateDocumentationVersion))]
internal sealed partial class DocumentationJson : JsonSerializerContext;

using System.Text.Json.Nodes;
using DirectRoute.Local.Protocol;
using DirectRoute.Local.State;

namespace DirectRoute.Local.ControlPlane.Rest.Documentation;

/// <summary>The documentation parts of an OpenAPI document: its <c>x-amazon-apigateway-documentation</c>.</summary>
internal static class DocumentationOfDocument
{
    /// <summary>A document may bring none.</summary>
    /// <param name="json">The document, in JSON.</param>
    public static Outcome<IReadOnlyList<DocumentationPart>> Read(ReadOnlyMemory<byte> json) =>
        from document in DocumentText.Parse(json)
        from parts in Read((document["x-amazon-apigateway-documentation"] as JsonObject)?["documentationParts"] as JsonArray ?? [])
        select parts;

    private static Outcome<IReadOnlyList<DocumentationPart>> Read(JsonArray written)
    {
        List<DocumentationPart> parts = [];
        foreach (var part in written)
        {
            var read = One(part);
            if (read.Refusal is { } refusal) return refusal;
            parts.RemoveAll(p => p.Location == read.Else(new()).Location);
            parts.Add(read.Else(new()));
        }
        return parts;
    }

    private static Outcome<DocumentationPart> One(JsonNode? written)
    {
        if (written is not JsonObject { Count: > 0 } part || part["location"] is not JsonObject location || part["properties"] is not JsonObject properties)
            return Answer.BadRequest("A documentation part must have a location and properties, both of them objects");
        return DocumentationRules.Check(new()
        {
            Id = Ids.Part(),
            Location = new()
            {
                Type = Text(location["type"]),
                Path = Text(location["path"]),
                Method = Text(location["method"]),
                StatusCode = Text(location["statusCode"]),
                Name = Text(location["name"]),
            },
            Properties = properties.ToJsonString(),
        });
    }

    private static string? Text(JsonNode? node) => node is JsonValue value ? value.ToString() : null;
}

using System.Text.Json;
using System.Text.Json.Nodes;
using DirectRoute.Local.Protocol;
using DirectRoute.Local.State;

namespace DirectRoute.Local.ControlPlane.Rest.Documentation;

/// <summary>The documentation parts of an OpenAPI document: its <c>x-amazon-apigateway-documentation</c>.</summary>
internal static class DocumentationOfDocument
{
    /// <summary>A document may bring none.</summary>
    public static Outcome<IReadOnlyList<DocumentationPart>> Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            var document = JsonNode.Parse(body.Span, documentOptions: new() { AllowDuplicateProperties = false, MaxDepth = 256 }) as JsonObject;
            return Read((document?["x-amazon-apigateway-documentation"] as JsonObject)?["documentationParts"] as JsonArray ?? []);
        }
        catch (JsonException e)
        {
            return Answer.BadRequest($"Unable to read the document: {e.Message}");
        }
    }

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
                Type = Text(location["type"]), Path = Text(location["path"]), Method = Text(location["method"]),
                StatusCode = Text(location["statusCode"]), Name = Text(location["name"]),
            },
            Properties = properties.ToJsonString(),
        });
    }

    private static string? Text(JsonNode? node) => node is JsonValue value ? value.ToString() : null;
}

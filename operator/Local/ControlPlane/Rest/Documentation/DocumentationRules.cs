using System.Text.Json;
using DirectRoute.Local.Protocol;

namespace DirectRoute.Local.ControlPlane.Rest.Documentation;

/// <summary>What AWS refuses of a documentation part. Recorded are the words for a wrong type, and no others.</summary>
internal static class DocumentationRules
{
    private static readonly string[] Types =
    [
        "RESPONSE_BODY", "RESPONSE", "METHOD", "MODEL", "AUTHORIZER", "RESPONSE_HEADER", "RESOURCE", "PATH_PARAMETER", "REQUEST_BODY", "QUERY_PARAMETER", "API", "REQUEST_HEADER",
    ];

    public static Outcome<DocumentationPart> Check(DocumentationPart part) => part.Unless(Refusal(part));

    private static Answer? Refusal(DocumentationPart part)
    {
        if (!Types.Contains(part.Location?.Type, StringComparer.Ordinal))
            return Answer.Error(
                400, "ValidationException",
                $"1 validation error detected: Value '{part.Location?.Type}' at 'createDocumentationPartInput.location.type' failed to satisfy constraint: Member must satisfy enum value set: [{string.Join(", ", Types)}]");
        return IsObject(part.Properties) ? null : Answer.BadRequest("Documentation part properties must be an object in JSON");
    }

    private static bool IsObject(string? json)
    {
        try
        {
            using var document = JsonDocument.Parse(json ?? "");
            return document.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}

using System.Text.Json;
using DirectRoute.Core.Compile;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;
using DirectRoute.Core.OpenApi;
using DirectRoute.Local.Protocol;

namespace DirectRoute.Local.ControlPlane;

/// <summary>An OpenAPI document that an import was given, read.</summary>
/// <param name="Model">The API that it describes.</param>
/// <param name="Version">Its <c>info.version</c>.</param>
/// <param name="Warnings">What the API goes without.</param>
/// <param name="Json">Its text, in JSON.</param>
internal sealed record ApiDocument(ApiModel Model, string? Version, IReadOnlyList<string> Warnings, ReadOnlyMemory<byte> Json)
{
    /// <summary>Reads a document, or refuses it; also for its warnings when the caller wants that.</summary>
    public static Outcome<ApiDocument> Read(ReadOnlyMemory<byte> text, ApiProtocol protocol, OutsideDocument outside, ImportOptions options) =>
        from json in DocumentText.ToJson(text)
        from body in DocumentBasePath.Apply(json, options.BasePath)
        from document in Read(body, protocol, outside, options.FailsOnWarnings)
        select document;

    private static Outcome<ApiDocument> Read(ReadOnlyMemory<byte> body, ApiProtocol protocol, OutsideDocument outside, bool failOnWarnings)
    {
        var reading = OpenApiReader.Read(body, protocol, outside);
        var errors = Said(reading, DiagnosticSeverity.Error);
        var warnings = Said(reading, DiagnosticSeverity.Warning);
        if (reading.Api is not { } model) return Answer.BadRequest("Errors found during import:\n\t" + string.Join("\n\t", errors));
        if (failOnWarnings && warnings.Count > 0) return Answer.BadRequest("Warnings found during import:\n\t" + string.Join("\n\t", warnings));
        return new ApiDocument(model, VersionOf(body), warnings, body);
    }

    private static List<string> Said(OpenApiReading reading, DiagnosticSeverity severity) =>
        [.. reading.Diagnostics.Where(d => d.Severity == severity).Select(d => d.ToString())];

    /// <summary>The model has no version: only the control plane shows it.</summary>
    private static string? VersionOf(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 256 });
            return document.RootElement.TryGetProperty("info", out var info) && info.ValueKind == JsonValueKind.Object && info.TryGetProperty("version", out var version)
                ? version.ToString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>How a document is to be taken.</summary>
/// <param name="BasePath">ignore, prepend or split; nothing is the first.</param>
/// <param name="FailsOnWarnings">Whether a warning refuses it.</param>
internal sealed record ImportOptions(string? BasePath, bool FailsOnWarnings);

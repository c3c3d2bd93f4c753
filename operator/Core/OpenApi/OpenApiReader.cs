using System.Text.Json;
using System.Text.Json.Nodes;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;
using DirectRoute.Core.OpenApi.Reading;

namespace DirectRoute.Core.OpenApi;

/// <summary>
/// The API that API Gateway makes of a document: one of <see cref="OpenApiWriter"/>'s, an export of AWS's, or a person's own OpenAPI 3.0 or (REST)
/// Swagger 2.0. It never fails otherwise than by diagnostics, whatever the document holds.
/// </summary>
public static class OpenApiReader
{
    /// <summary>Reads a document. What it does not say about the API is taken from <paramref name="outside"/>.</summary>
    public static OpenApiReading Read(JsonObject document, ApiProtocol protocol, OutsideDocument outside)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(outside);
        var diagnostics = new OpenApiDiagnostics();
        return Read(DocumentLoader.Load(document, diagnostics), protocol, outside, diagnostics);
    }

    /// <summary>Reads the UTF-8 text of a document.</summary>
    public static OpenApiReading Read(ReadOnlyMemory<byte> utf8, ApiProtocol protocol, OutsideDocument outside)
    {
        ArgumentNullException.ThrowIfNull(outside);
        var diagnostics = new OpenApiDiagnostics();
        return Read(DocumentLoader.Load(utf8, diagnostics), protocol, outside, diagnostics);
    }

    private static OpenApiReading Read(JsonElement? loaded, ApiProtocol protocol, OutsideDocument outside, OpenApiDiagnostics diagnostics)
    {
        var api = loaded is { } root ? DocumentReader.Read(new Node(root, Place.Root, new ReadingEffort(diagnostics)), protocol, outside) : null;
        return new(diagnostics.HasErrors ? null : api, diagnostics.Items);
    }
}

/// <summary>What was read.</summary>
/// <param name="Api">The model; null when a diagnostic is an error.</param>
/// <param name="Diagnostics">What is wrong, and what the model goes without.</param>
public sealed record OpenApiReading(ApiModel? Api, ValueList<OpenApiDiagnostic> Diagnostics);

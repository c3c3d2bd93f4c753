using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Model;
using DirectRoute.Core.OpenApi.Writing;

namespace DirectRoute.Core.OpenApi;

/// <summary>
/// An API as one OpenAPI 3.0 document with API Gateway's extensions: for PutRestApi in mode overwrite and ImportRestApi on REST, for ReimportApi and
/// ImportApi on HTTP. What the document cannot hold is <see cref="OutsideDocument"/>.
/// </summary>
public static class OpenApiWriter
{
    /// <summary>The document. Equal models give equal documents, to the order of the members.</summary>
    public static OpenApiWriting Write(ApiModel api)
    {
        ArgumentNullException.ThrowIfNull(api);
        var losses = new OpenApiDiagnostics();
        return new(new DocumentWriter(api, losses).Write(), losses.Items);
    }
}

/// <summary>A document, and what it lacks.</summary>
/// <param name="Document">The document; the caller's own.</param>
/// <param name="Losses">What of the model has no form in a document of API Gateway, such as a reference to an authorizer that the API has not.</param>
public sealed record OpenApiWriting(JsonObject Document, ValueList<OpenApiDiagnostic> Losses)
{
    private static readonly JsonWriterOptions Readable = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The document as UTF-8, the body of an import.</summary>
    /// <param name="indented">For people to read.</param>
    public byte[] ToUtf8(bool indented = false)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, indented ? Readable : Compact)) Document.WriteTo(writer);
        return buffer.ToArray();
    }
}

using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DirectRoute.Core.OpenApi.Reading;

/// <summary>
/// Makes of a document something that can be read without a further check: not too large, not too deep, every text and name whole, no member twice.
/// The exceptions of the JSON library end here.
/// </summary>
internal static class DocumentLoader
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = DocumentLimits.MaxDepth };

    /// <summary>The document; null with the reason in <paramref name="diagnostics"/>.</summary>
    public static JsonElement? Load(JsonObject document, OpenApiDiagnostics diagnostics)
    {
        try
        {
            var buffer = new ArrayBufferWriter<byte>();
            using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { MaxDepth = DocumentLimits.MaxDepth })) document.WriteTo(writer);
            return Load(buffer.WrittenMemory, diagnostics);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException or NotSupportedException)
        {
            diagnostics.Error(Place.Root, $"This is no JSON that can be read: {e.Message}");
            return null;
        }
    }

    /// <inheritdoc cref="Load(JsonObject, OpenApiDiagnostics)" />
    public static JsonElement? Load(ReadOnlyMemory<byte> utf8, OpenApiDiagnostics diagnostics)
    {
        if (utf8.Length > DocumentLimits.MaxBytes)
        {
            diagnostics.Error(Place.Root, $"The document has {utf8.Length} bytes; API Gateway takes {DocumentLimits.MaxBytes}.");
            return null;
        }
        try
        {
            var root = JsonElement.Parse(utf8.Span, Options);
            return Check(root, Place.Root, diagnostics) ? root : null;
        }
        catch (JsonException e)
        {
            diagnostics.Error(Place.Root, $"This is no JSON of at most {DocumentLimits.MaxDepth} levels: {e.Message}");
            return null;
        }
    }

    private static bool Check(JsonElement value, Place place, OpenApiDiagnostics diagnostics) => value.ValueKind switch
    {
        JsonValueKind.Object => CheckMembers(value, place, diagnostics),
        JsonValueKind.Array => CheckItems(value, place, diagnostics),
        JsonValueKind.String => !IsEscaped(JsonMarshal.GetRawUtf8Value(value)) || IsWhole(() => value.GetString(), place, diagnostics),
        _ => true,
    };

    private static bool CheckMembers(JsonElement value, Place place, OpenApiDiagnostics diagnostics)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var whole = true;
        foreach (var member in value.EnumerateObject())
        {
            if (IsEscaped(JsonMarshal.GetRawUtf8PropertyName(member)) && !IsWhole(() => member.Name, place, diagnostics)) return false;
            if (!names.Add(member.Name)) diagnostics.Error(place[member.Name], "The member occurs twice: keep one.");
            whole &= Check(member.Value, place[member.Name], diagnostics);
        }
        return whole;
    }

    private static bool CheckItems(JsonElement value, Place place, OpenApiDiagnostics diagnostics)
    {
        var whole = true;
        var index = 0;
        foreach (var item in value.EnumerateArray()) whole &= Check(item, place[$"{index++}"], diagnostics);
        return whole;
    }

    private static bool IsEscaped(ReadOnlySpan<byte> text) => text.Contains((byte)'\\');

    /// <summary>Escapes can spell half a character, which no text can hold.</summary>
    private static bool IsWhole(Func<string?> read, Place place, OpenApiDiagnostics diagnostics)
    {
        try
        {
            _ = read();
            return true;
        }
        catch (InvalidOperationException)
        {
            diagnostics.Error(place, "A text ends within a character: \\u escapes of surrogates must come in pairs.");
            return false;
        }
    }
}

using System.Text;
using DirectRoute.Core.Collections;

namespace DirectRoute.Core.Gateway.Lambda;

/// <summary>A request's body as an event shows it.</summary>
/// <param name="Text">Null when there is none.</param>
/// <param name="IsBase64">Whether the text is base64 of the bytes.</param>
internal readonly record struct EventBody(string? Text, bool IsBase64)
{
    /// <summary>The types that HTTP APIs take for text, besides <c>text/*</c>; the documentation's.</summary>
    private static readonly string[] TextTypes = ["application/json", "application/javascript", "application/xml"];

    /// <summary>REST: bytes where <c>binaryMediaTypes</c> says so.</summary>
    public static EventBody Rest(GatewayRequest request, ValueList<string> binaryTypes) =>
        Of(request, MediaType.IsBinary(request.Headers.Last("Content-Type") ?? MediaType.Json, binaryTypes));

    /// <summary>HTTP APIs: text only where the content type says so; a form, or what is compressed, is bytes.</summary>
    public static EventBody Http(GatewayRequest request) => Of(request, !IsText(request.Headers));

    private static EventBody Of(GatewayRequest request, bool isBinary)
    {
        if (request.Body.IsEmpty) return new(null, false);
        return isBinary ? new(Convert.ToBase64String(request.Body.Span), true) : new(Encoding.UTF8.GetString(request.Body.Span), false);
    }

    private static bool IsText(NamedValues headers)
    {
        if (headers.Last("Content-Type") is not { } header || headers.Contains("Content-Encoding")) return false;
        var type = MediaType.Of(header);
        return type.StartsWith("text/", StringComparison.OrdinalIgnoreCase) || TextTypes.Contains(type, StringComparer.OrdinalIgnoreCase);
    }
}

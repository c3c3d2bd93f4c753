using System.Buffers.Text;
using System.Text;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Gateway.Rest;

/// <summary>A body between text and bytes, as <c>binaryMediaTypes</c> and <c>contentHandling</c> want it.</summary>
/// <param name="Text">The text; null when the body is bytes, which no template can read.</param>
/// <param name="Bytes">What is passed on where no template is.</param>
internal readonly record struct Payload(string? Text, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>A request's body; null when it must be base64 and is not.</summary>
    public static Payload? OfRequest(GatewayRequest request, ContentHandling? handling, ValueList<string> binaryTypes)
    {
        var binary = MediaType.IsBinary(request.Headers.Last("Content-Type"), binaryTypes);
        return handling switch
        {
            ContentHandling.CONVERT_TO_TEXT => binary ? Encoded(request.Body) : OfText(request.Body),
            ContentHandling.CONVERT_TO_BINARY => binary ? OfBytes(request.Body) : Decoded(request.Body),
            _ => binary ? OfBytes(request.Body) : OfText(request.Body),
        };
    }

    /// <summary>A backend's body, for a client that asks for what its Accept says; null when it must be base64 and is not.</summary>
    public static Payload? OfResponse(GatewayRequest request, BackendResponse response, ContentHandling? handling, ValueList<string> binaryTypes)
    {
        var binary = MediaType.IsBinary(response.Headers.Last("Content-Type"), binaryTypes);
        var wanted = MediaType.IsBinary(request.Headers.Last("Accept"), binaryTypes);
        return handling switch
        {
            ContentHandling.CONVERT_TO_TEXT => binary ? Encoded(response.Body) : OfText(response.Body),
            ContentHandling.CONVERT_TO_BINARY => binary ? OfBytes(response.Body) : Decoded(response.Body),
            _ when binary => wanted ? OfBytes(response.Body) : Encoded(response.Body),
            _ => wanted ? Decoded(response.Body) : OfText(response.Body),
        };
    }

    private static Payload OfBytes(ReadOnlyMemory<byte> body) => new(null, body);

    /// <summary>Text passes through UTF-8: what is none becomes U+FFFD, which spoils bytes of other kinds as AWS does.</summary>
    private static Payload OfText(ReadOnlyMemory<byte> body) => OfText(Encoding.UTF8.GetString(body.Span));

    private static Payload OfText(string text) => new(text, Encoding.UTF8.GetBytes(text));

    private static Payload Encoded(ReadOnlyMemory<byte> body) => OfText(Convert.ToBase64String(body.Span));

    private static Payload? Decoded(ReadOnlyMemory<byte> body)
    {
        var bytes = new byte[Base64.GetMaxDecodedFromUtf8Length(body.Length)];
        var done = Base64.DecodeFromUtf8(body.Span, bytes, out var read, out var written);
        return done == System.Buffers.OperationStatus.Done && read == body.Length ? OfBytes(bytes.AsMemory(0, written)) : null;
    }
}

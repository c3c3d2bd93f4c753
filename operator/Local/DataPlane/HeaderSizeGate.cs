using DirectRoute.Core.Gateway;

namespace DirectRoute.Local.DataPlane;

/// <summary>Lets requests pass whose headers are no larger than API Gateway takes: 10,240 bytes of values.</summary>
internal sealed class HeaderSizeGate : IGate
{
    private const int MaxBytes = 10_240;

    /// <summary>The status was reported by users of AWS; the body is that of every other refusal.</summary>
    private static readonly GatewayFault HeadersTooLarge = new()
    {
        ResponseType = "DEFAULT_4XX",
        StatusCode = 431,
        ErrorType = "BadRequestException",
        Message = "Request Header Fields Too Large",
        Detail = "The values of a request's headers have at most 10,240 bytes together.",
    };

    public ValueTask<ClientResponse?> AnswerAsync(Exchange exchange) => new(Passes(exchange.Request.Headers) ? null : exchange.Fails(HeadersTooLarge));

    private static bool Passes(NamedValues headers)
    {
        var bytes = 0;
        for (var i = 0; i < headers.Count; i++) bytes += headers[i].Value.Length;
        return bytes <= MaxBytes;
    }
}

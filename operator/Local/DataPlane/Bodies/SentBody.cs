using DirectRoute.Core.Gateway;
using DirectRoute.Core.Manifests;
using Microsoft.AspNetCore.Http;

namespace DirectRoute.Local.DataPlane.Bodies;

/// <summary>The body of an answer as it goes over the wire.</summary>
/// <param name="Bytes">What GET would get; HEAD gets their number only. Empty where the status has no body.</param>
/// <param name="Coding">The content coding that API Gateway added; null for none.</param>
internal readonly record struct SentBody(ReadOnlyMemory<byte> Bytes, string? Coding)
{
    /// <summary>Whether an answer of this status can have a body.</summary>
    public static bool IsAllowed(int status) => status is not (204 or 205 or 304);

    /// <summary>
    /// The body of an exchange's answer. It is compressed where the deployed API says so and the client names a coding: the backend's answer, mapped, when it
    /// is large enough and has no coding yet.
    /// </summary>
    public static SentBody Of(Exchange exchange)
    {
        var answer = exchange.Response!;
        if (!IsAllowed(answer.StatusCode)) return default;
        return CodingOf(exchange, answer) is { } coding ? new(ContentCodings.Encode(coding, answer.Body), coding) : new(answer.Body, null);
    }

    /// <summary>How many bytes the client gets.</summary>
    public long LengthFor(string method) => HttpMethods.IsHead(method) ? 0 : Bytes.Length;

    private static string? CodingOf(Exchange exchange, ClientResponse answer)
    {
        if (exchange.Stage?.Api is not { Protocol: ApiProtocol.REST, MinimumCompressionSize: { } least }) return null;
        if (answer.Fault is not null || answer.Body.IsEmpty || answer.Body.Length < least || answer.Headers.Contains("Content-Encoding")) return null;
        return AcceptedCoding.Of(exchange.Request.Headers.Joined("Accept-Encoding"));
    }
}

using DirectRoute.Core.Gateway;
using DirectRoute.Core.Manifests;

namespace DirectRoute.Local.DataPlane.Bodies;

/// <summary>The body of a request as mappings see it: of REST APIs without its <c>Content-Encoding</c>, whatever the API says of compression.</summary>
internal static class RequestBody
{
    private const int MaxBytes = 10 * 1024 * 1024;

    /// <summary>The body; or why there is none.</summary>
    public static async ValueTask<(ReadOnlyMemory<byte> Body, GatewayFault? Fault)> ReadAsync(Exchange exchange)
    {
        if (await exchange.SentBodyAsync().ConfigureAwait(false) is not { } sent) return (default, DataPlaneFaults.RequestTooLarge);
        if (sent.IsEmpty || exchange.Protocol != ApiProtocol.REST || exchange.Request.Headers.Joined("Content-Encoding") is not { } header) return (sent, null);
        var coding = header.Trim().ToLowerInvariant();
        if (coding is ContentCodings.Identity or "") return (sent, null);
        if (!ContentCodings.Has(coding)) return (default, GatewayFault.UnsupportedMediaType("A Content-Encoding is gzip, deflate or identity."));
        if (ContentCodings.Decode(coding, sent, MaxBytes, out var isTooLarge) is { } body) return (body, null);
        return (default, isTooLarge ? DataPlaneFaults.RequestTooLarge : GatewayFault.UnsupportedMediaType("The body is not in the Content-Encoding that the request names."));
    }
}

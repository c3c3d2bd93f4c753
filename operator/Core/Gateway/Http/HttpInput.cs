using System.Text;
using DirectRoute.Core.Gateway.Templates;

namespace DirectRoute.Core.Gateway.Http;

/// <summary>What an HTTP API's mappings read from.</summary>
internal sealed class HttpInput(GatewayRequest request, BackendResponse? response = null)
{
    /// <summary>AWS cuts bodies here before it looks for a part of them; a cut object is no JSON any more.</summary>
    private const int MaxReadBytes = 100 * 1024;

    public GatewayRequest Request => request;
    public BackendResponse? Response => response;
    public JsonBody RequestBody { get; } = new(() => Cut(request.Body));
    public JsonBody ResponseBody { get; } = new(() => Cut(response?.Body ?? default));

    private static string Cut(ReadOnlyMemory<byte> body) => Encoding.UTF8.GetString(body.Span[..Math.Min(body.Length, MaxReadBytes)]);
}

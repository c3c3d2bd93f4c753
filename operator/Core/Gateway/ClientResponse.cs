using System.Text;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Gateway;

/// <summary>
/// What the client gets. <c>Date</c>, <c>Content-Length</c>, <c>x-amzn-RequestId</c>, <c>x-amz-apigw-id</c> and <c>X-Amzn-Trace-Id</c> are left to whoever sends it.
/// </summary>
public sealed record ClientResponse
{
    public required int StatusCode { get; init; }
    public NamedValues Headers { get; init; } = NamedValues.NoHeaders;
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Why API Gateway answered by itself; null when the backend's answer was mapped.</summary>
    public GatewayFault? Fault { get; init; }

    /// <summary>REST: the integration's response that was chosen for the backend's answer; null when none was.</summary>
    public IntegrationResponseModel? IntegrationResponse { get; init; }

    /// <summary>REST: the template that read the backend's answer, or failed to; null when none did.</summary>
    public UsedTemplate? Template { get; init; }

    /// <summary>The body as text; bytes that are no UTF-8 become U+FFFD.</summary>
    public string Text => Encoding.UTF8.GetString(Body.Span);
}

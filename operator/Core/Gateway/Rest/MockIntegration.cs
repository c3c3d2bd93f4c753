using System.Text;
using DirectRoute.Core.Velocity.Java;
using DirectRoute.Core.Velocity.Json;

namespace DirectRoute.Core.Gateway.Rest;

/// <summary>The backend of MOCK integrations: what the request template makes says the status.</summary>
internal static class MockIntegration
{
    /// <summary>The answer, an empty body; null when the template's output names no status. It is read leniently: its names need no quotes.</summary>
    public static BackendResponse? Answer(ReadOnlyMemory<byte> body)
    {
        var text = Encoding.UTF8.GetString(body.Span).Trim();
        if (!text.StartsWith('{') || JsonSmartReader.Read(text, out _) is not JavaMap map) return null;
        return map.Get("statusCode") is int status and >= 100 and <= 599 ? new BackendResponse { StatusCode = status } : null;
    }
}

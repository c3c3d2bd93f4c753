using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace DirectRoute.Testing;

/// <summary>A request with its whole body read, so that it can be recorded and sent on.</summary>
internal sealed record ReceivedRequest(ProxiedRequest Description, string Target, byte[]? Body)
{
    public static async Task<ReceivedRequest> ReadAsync(HttpContext context)
    {
        var body = await ReadBodyAsync(context);
        // The decoded path has lost which slashes were escaped, and ARNs in paths depend on it.
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var query = target.IndexOf('?', StringComparison.Ordinal);
        var description = new ProxiedRequest(
            context.Request.Method,
            query < 0 ? target : target[..query],
            query < 0 ? "" : target[query..],
            context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            Encoding.UTF8.GetString(body ?? []));
        return new ReceivedRequest(description, target, body);
    }

    private static async Task<byte[]?> ReadBodyAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpRequestBodyDetectionFeature>() is not { CanHaveBody: true }) return null;
        using var buffer = new MemoryStream();
        await context.Request.Body.CopyToAsync(buffer, context.RequestAborted);
        return buffer.ToArray();
    }
}

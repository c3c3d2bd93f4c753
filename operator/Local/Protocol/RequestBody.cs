using Microsoft.AspNetCore.Http;

namespace DirectRoute.Local.Protocol;

/// <summary>The whole body of a request. The server itself refuses one that is too large.</summary>
internal static class RequestBody
{
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted).ConfigureAwait(false);
        return body.ToArray();
    }
}

using DirectRoute.Core.Gateway;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;

namespace DirectRoute.Local.DataPlane;

/// <summary>Reads the parts of a request off the wire.</summary>
internal static class RequestReader
{
    public static NamedValues Headers(HttpRequest request) =>
        NamedValues.Headers(request.Headers.SelectMany(h => h.Value.Select(v => new NameValue(h.Key, v ?? ""))));

    public static NamedValues Query(string query)
    {
        if (query.Length == 0) return NamedValues.NoQuery;
        List<NameValue> values = [];
        foreach (var pair in new QueryStringEnumerable(query)) values.Add(new NameValue(pair.DecodeName().ToString(), pair.DecodeValue().ToString()));
        return NamedValues.Query(values);
    }

    /// <summary>The body; null when it is larger than a body may be.</summary>
    /// <exception cref="BadHttpRequestException">The client sends it too slowly, or in no form of HTTP.</exception>
    public static async ValueTask<ReadOnlyMemory<byte>?> BodyAsync(HttpContext http)
    {
        if (http.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody == false) return ReadOnlyMemory<byte>.Empty;
        try
        {
            // It grows with what comes in: what a client only announces costs nothing.
            var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body, http.RequestAborted).ConfigureAwait(false);
            return body.GetBuffer().AsMemory(0, (int)body.Length);
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return null;
        }
    }
}

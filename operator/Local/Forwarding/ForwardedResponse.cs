using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace DirectRoute.Local.Forwarding;

/// <summary>The answer that goes back: status, headers and body as the emulator sent them, each piece as it comes.</summary>
internal static class ForwardedResponse
{
    public static async Task WriteAsync(HttpResponse response, HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        response.StatusCode = (int)answer.StatusCode;
        var connection = new StringValues([.. answer.Headers.Connection]);
        foreach (var (name, values) in answer.Headers.NonValidated.Concat(answer.Content.Headers.NonValidated))
        {
            if (!ConnectionHeaders.Are(name, connection)) response.Headers[name] = values.ToArray();
        }
        if (!MayHaveBody(answer)) response.Headers.Remove(HeaderNames.ContentLength);
        var body = await answer.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await response.StartAsync(cancellationToken).ConfigureAwait(false);
        await body.CopyToAsync(response.Body, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A server may say "no bytes" where HTTP leaves no room for saying it.</summary>
    private static bool MayHaveBody(HttpResponseMessage answer) => (int)answer.StatusCode is >= 200 and not (204 or 205 or 304);
}

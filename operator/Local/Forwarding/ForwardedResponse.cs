using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace DirectRoute.Local.Forwarding;

/// <summary>The answer that goes back: status, headers and body as the emulator sent them, each piece as it comes.</summary>
internal static class ForwardedResponse
{
    /// <exception cref="HttpRequestException">The status is one of HTTP's own, and no answer.</exception>
    public static async Task WriteAsync(HttpResponse response, HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        if ((int)answer.StatusCode < StatusCodes.Status200OK) throw new HttpRequestException($"its status is {(int)answer.StatusCode}");
        response.StatusCode = (int)answer.StatusCode;
        var connection = new StringValues([.. answer.Headers.Connection]);
        foreach (var (name, values) in answer.Headers.NonValidated.Concat(answer.Content.Headers.NonValidated))
        {
            if (!IsLength(name) && !ConnectionHeaders.Are(name, connection) && values.All(CanBeSent)) response.Headers[name] = values.ToArray();
        }
        response.ContentLength = MayHaveBody(answer) ? answer.Content.Headers.ContentLength : null; // null also when it is no number, or two
        var body = await answer.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await response.StartAsync(cancellationToken).ConfigureAwait(false);
        await body.CopyToAsync(response.Body, cancellationToken).ConfigureAwait(false);
    }

    private static bool IsLength(string name) => name.Equals(HeaderNames.ContentLength, StringComparison.OrdinalIgnoreCase);

    /// <summary>What would break the message is left out.</summary>
    private static bool CanBeSent(string value) => !value.AsSpan().ContainsAnyInRange('\0', '\x1f') && !value.Contains('\x7f', StringComparison.Ordinal);

    /// <summary>A server may say "no bytes" where HTTP leaves no room for saying it.</summary>
    private static bool MayHaveBody(HttpResponseMessage answer) => (int)answer.StatusCode is >= 200 and not (204 or 205 or 304);
}

using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace DirectRoute.Local.Forwarding;

/// <summary>The request that goes on: method, path, headers and body as the client sent them, its <c>Host</c> among them, for that is what it signed.</summary>
internal static class ForwardedRequest
{
    /// <param name="http">The client's request.</param>
    /// <param name="emulator">Where it goes.</param>
    /// <param name="pseudonym">Whoever passes it on.</param>
    public static HttpRequestMessage Of(HttpContext http, Uri emulator, string pseudonym)
    {
        var request = http.Request;
        var message = new HttpRequestMessage(new HttpMethod(request.Method), Address(http, emulator));
        if (http.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody != false) message.Content = new StreamContent(request.Body);
        foreach (var (name, values) in request.Headers)
        {
            if (!ConnectionHeaders.Are(name, request.Headers.Connection)) Add(message, name, values.ToArray());
        }
        message.Headers.TryAddWithoutValidation(HeaderNames.Via, $"1.1 {pseudonym}");
        return message;
    }

    /// <summary>Whether the request has come through already, which means that it goes in a circle.</summary>
    public static bool HasPassed(HttpRequest request, string pseudonym) => request.Headers.Via.ToString().Contains(pseudonym, StringComparison.Ordinal);

    private static void Add(HttpRequestMessage message, string name, string?[] values)
    {
        if (message.Headers.TryAddWithoutValidation(name, values)) return;
        // A header of the body; one that describes no body goes as well.
        message.Content ??= new ReadOnlyMemoryContent(default);
        message.Content.Headers.TryAddWithoutValidation(name, values);
    }

    /// <summary>The path stays as it was written: escapes are part of what is signed, and of names.</summary>
    private static Uri Address(HttpContext http, Uri emulator) => new(
        emulator.GetLeftPart(UriPartial.Authority) + emulator.AbsolutePath.TrimEnd('/') + Target(http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget),
        new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });

    /// <summary>A client may write the whole address, as it does to a proxy. What does not begin with a slash would run into the emulator's own host name and port.</summary>
    private static string Target(string raw) =>
        raw.StartsWith('/') ? raw : Uri.TryCreate(raw, UriKind.Absolute, out var uri) && uri.PathAndQuery is ['/', ..] path ? path : "/";
}

using Microsoft.AspNetCore.Http;

namespace DirectRoute.Local.Ui;

/// <summary>
/// Keeps other web sites out. The loopback interface is open to every page in the user's browser: one may send requests to it, and one whose name was made to
/// lead to 127.0.0.1 could even read the answers.
/// </summary>
internal static class UiGuard
{
    /// <summary>Why a request is not served; null when it is.</summary>
    public static string? Refusal(HttpRequest request)
    {
        if (request.Host.Host is not ("localhost" or "127.0.0.1" or "[::1]")) return $"The page is served to localhost, 127.0.0.1 and [::1], not to the host {request.Host.Host}.";
        if (request.Headers.Origin is { Count: > 0 } origin && origin != $"{request.Scheme}://{request.Host.Value}") return $"The page is not served to the origin {origin}.";
        // "none" is the user's own doing, such as an address typed in. Those who send no such header are no browsers.
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site is "" or "same-origin" or "none") return null;
        return IsNavigation(request) ? null : "The page is not served to other sites.";
    }

    /// <summary>A link on another site may lead to the page; the site cannot read it.</summary>
    private static bool IsNavigation(HttpRequest request) =>
        request.Method == "GET" && request.Headers["Sec-Fetch-Mode"] == "navigate" && request.Headers["Sec-Fetch-Dest"] == "document"
        && request.Path.Value is "/_direct" or UiService.Root;
}

using System.Net;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Gateway;

namespace DirectRoute.Core.RouteTests;

/// <summary>Bodies of <c>application/x-www-form-urlencoded</c>.</summary>
internal static class Forms
{
    public static bool Is(NamedValues headers) =>
        MediaType.Of(headers.Last("Content-Type")).Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase);

    /// <summary>The fields, decoded; the last of several of one name.</summary>
    public static ValueMap<string> Read(string body) => body.Trim().Split('&', StringSplitOptions.RemoveEmptyEntries).Select(Field).ToValueMap();

    private static KeyValuePair<string, string> Field(string text)
    {
        var parts = text.Split('=', 2);
        return KeyValuePair.Create(WebUtility.UrlDecode(parts[0]), parts.Length == 1 ? "" : WebUtility.UrlDecode(parts[1]));
    }
}

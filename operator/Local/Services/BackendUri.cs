using System.Text;
using DirectRoute.Core.Gateway;

namespace DirectRoute.Local.Services;

/// <summary>Makes the address of a call.</summary>
internal static class BackendUri
{
    /// <summary>The address with more parameters in its query string; null when it is no address of HTTP.</summary>
    public static Uri? Of(string address, NamedValues query)
    {
        var text = query.Count == 0 ? address : With(address, query);
        return Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) ? uri : null;
    }

    private static string With(string address, NamedValues query)
    {
        var text = new StringBuilder(address);
        var separator = address.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        foreach (var (name, value) in query)
        {
            text.Append(separator).Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
            separator = '&';
        }
        return text.ToString();
    }
}

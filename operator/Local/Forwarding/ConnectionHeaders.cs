using Microsoft.Extensions.Primitives;

namespace DirectRoute.Local.Forwarding;

/// <summary>Headers that are about one connection, and end with it (RFC 9110, section 7.6.1).</summary>
internal static class ConnectionHeaders
{
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "Connection", "Expect", "Keep-Alive", "Proxy-Authenticate", "Proxy-Authorization", "Proxy-Connection", "TE", "Trailer", "Transfer-Encoding", "Upgrade",
    };

    /// <param name="name">A header's name.</param>
    /// <param name="connection">The values of the message's <c>Connection</c>, which may name more of them.</param>
    public static bool Are(string name, StringValues connection) =>
        Names.Contains(name) || connection.Any(v => v is not null && v.Split(',', StringSplitOptions.TrimEntries).Contains(name, StringComparer.OrdinalIgnoreCase));
}

using System.Collections.Frozen;

namespace DirectRoute.Core.Gateway.Lambda;

/// <summary>The headers of a request as events show them: without those of the connection, in the order of their names.</summary>
internal static class EventHeaders
{
    private static readonly FrozenSet<string> OfConnection = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "Connection", "Keep-Alive", "Proxy-Connection", "TE", "Trailer", "Transfer-Encoding", "Upgrade", "Expect");

    /// <summary>REST: names as the client wrote them; recorded on AWS: <c>Content-Length</c> is not there.</summary>
    public static NamedValues Rest(NamedValues headers) => Http(headers).Remove("Content-Length");

    /// <summary>HTTP APIs, format 1.0: names as the client wrote them.</summary>
    public static NamedValues Http(NamedValues headers) => NamedValues.Headers(headers
        .Where<NameValue>(h => !OfConnection.Contains(h.Name))
        .OrderBy(h => h.Name, StringComparer.Ordinal));

    /// <summary>HTTP APIs, format 2.0: names in lower case; cookies have a place of their own.</summary>
    public static NamedValues Lower(NamedValues headers) => Http(NamedValues.Headers(headers.Remove("Cookie").Select(h => h with { Name = h.Name.ToLowerInvariant() })));

    /// <summary>Each cookie as <c>name=value</c>.</summary>
    public static IReadOnlyList<string> Cookies(NamedValues headers) =>
        [.. headers.All("Cookie").SelectMany(c => c.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];
}

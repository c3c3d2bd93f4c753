using System.Collections.Frozen;

namespace DirectRoute.Core.Gateway.Http;

/// <summary>Headers that no mapping of an HTTP API can change.</summary>
internal static class ReservedHeaders
{
    private static readonly string[] Prefixes = ["access-control-", "apigw-", "x-amz-", "x-amzn-"];

    private static readonly FrozenSet<string> Names = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "Authorization", "Connection", "Content-Encoding", "Content-Length", "Content-Location", "Forwarded", "Keep-Alive", "Origin", "Proxy-Authenticate",
        "Proxy-Authorization", "TE", "Trailers", "Transfer-Encoding", "Upgrade", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "Via");

    /// <summary>The connection's own headers, which neither side passes on.</summary>
    private static readonly FrozenSet<string> HopByHop = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "Connection", "Keep-Alive", "Proxy-Connection", "TE", "Trailers", "Transfer-Encoding", "Upgrade", "Content-Length");

    public static bool Contain(string name) => Names.Contains(name) || Array.Exists(Prefixes, p => name.StartsWith(p, StringComparison.OrdinalIgnoreCase));

    /// <summary>The headers that go on to the other side.</summary>
    public static NamedValues Forwarded(NamedValues headers) => headers.Where(h => !HopByHop.Contains(h.Name));
}

using System.Collections.Frozen;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Gateway.Rest;

/// <summary>What API Gateway itself does to the headers of REST integrations.</summary>
internal static class IntegrationHeaders
{
    private static readonly FrozenSet<string> Illegal =
        Names("Content-Length", "Transfer-Encoding", "X-Amzn-Trace-Id", "X-Amzn-Apigateway-Api-Id");

    private static readonly FrozenSet<string> IllegalForAws =
        Names([.. Illegal, "Authorization", "Connection", "Expect", "Proxy-Authenticate", "TE"]);

    private static readonly FrozenSet<string> DroppedForAws = Names("Expect", "Proxy-Authenticate", "TE", "Referer");
    private static readonly FrozenSet<string> DroppedForHttp = Names("Expect", "Proxy-Authenticate", "TE", "Via");

    /// <summary>The connection's own headers, and those that API Gateway makes anew: a proxy integration does not pass them on.</summary>
    private static readonly FrozenSet<string> NotProxied =
        Names("Host", "Connection", "Keep-Alive", "Proxy-Connection", "Transfer-Encoding", "Upgrade", "Content-Length", "Content-Encoding");

    /// <summary>What stands before a response's headers that are API Gateway's own.</summary>
    public const string Prefix = "x-amzn-Remapped-";

    private static readonly FrozenSet<string> Remapped = Names(
        "Authorization", "Connection", "Content-Length", "Content-MD5", "Date", "Expect", "Host", "Max-Forwards", "Proxy-Authenticate", "Server",
        "Trailer", "Upgrade", "User-Agent", "WWW-Authenticate", "x-amzn-RequestId");

    private static FrozenSet<string> Names(params ReadOnlySpan<string> names) => FrozenSet.Create(StringComparer.OrdinalIgnoreCase, names);

    /// <summary>The first header that no mapping may write; null when all may be.</summary>
    public static string? FirstIllegal(NamedValues headers, IntegrationType type)
    {
        var illegal = type is IntegrationType.AWS or IntegrationType.AWS_PROXY ? IllegalForAws : Illegal;
        foreach (var header in headers)
        {
            if (illegal.Contains(header.Name)) return header.Name;
        }
        return null;
    }

    /// <summary>The headers of a proxied request that go on to the backend.</summary>
    public static NamedValues Proxied(NamedValues headers) => headers.Where(h => !NotProxied.Contains(h.Name));

    /// <summary>The headers as they are sent: some never are, some always.</summary>
    public static NamedValues Sent(NamedValues headers, GatewayRequest request, IntegrationType type)
    {
        var dropped = type is IntegrationType.HTTP or IntegrationType.HTTP_PROXY ? DroppedForHttp : DroppedForAws;
        var sent = headers.Where(h => !dropped.Contains(h.Name)).SetDefault("Accept", MediaType.Json);
        if (request.Method is not ("GET" or "HEAD" or "OPTIONS") && request.Headers.Last("Content-Type") is { } contentType)
            sent = sent.SetDefault("Content-Type", contentType);
        return ContextTree.Read(request.Context, "apiId") is { } id ? sent.SetDefault("User-Agent", $"AmazonAPIGateway_{id}") : sent;
    }

    /// <summary>The headers of a response as the client gets them: names that are API Gateway's own are written behind a prefix.</summary>
    public static NamedValues Returned(NamedValues headers) => NamedValues.Headers(headers
        .Where<NameValue>(h => !h.Name.Equals("Transfer-Encoding", StringComparison.OrdinalIgnoreCase))
        .Select(h => IsRemapped(h.Name) ? h with { Name = Prefix + h.Name } : h));

    /// <summary>Whether a response's header reaches the client behind <see cref="Prefix"/> only; recorded on AWS.</summary>
    public static bool IsRemapped(string name) => Remapped.Contains(name);
}

using System.Net;
using System.Text;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace DirectRoute.Local.Hosting;

/// <summary>What the server takes from a client, before anybody looks at what is asked. All of it is set here, also where it is the server's own default.</summary>
internal static class ServerLimits
{
    /// <summary>AWS's own limit for definitions is 6 MB; for payloads it is 10 MB.</summary>
    private const long MaxBodyBytes = 10 * 1024 * 1024;
    private const int MaxRequestLineBytes = 8 * 1024;
    private const int MaxHeadersBytes = 32 * 1024;
    private const int MaxHeaders = 100;

    public static void Set(KestrelServerOptions server, LocalOptions options)
    {
        server.AddServerHeader = false;
        server.ResponseHeaderEncodingSelector = _ => Encoding.UTF8; // what came in as UTF-8 goes back so
        server.ConfigureEndpointDefaults(e => e.Protocols = HttpProtocols.Http1);
        Set(server.Limits, options.Connections);
        // Clients differ in what localhost is to them first, IPv4 or IPv6; but no system gives a free port for both at once.
        if (options.Port == 0) server.Listen(IPAddress.Loopback, 0);
        else server.ListenLocalhost(options.Port);
    }

    private static void Set(KestrelServerLimits limits, ConnectionLimits connections)
    {
        limits.MaxRequestBodySize = MaxBodyBytes;
        limits.MaxRequestLineSize = MaxRequestLineBytes;
        limits.MaxRequestHeadersTotalSize = MaxHeadersBytes;
        limits.MaxRequestHeaderCount = MaxHeaders;
        limits.MaxConcurrentConnections = connections.MaxConnections;
        limits.RequestHeadersTimeout = connections.HeadersTimeout;
        limits.KeepAliveTimeout = connections.IdleTimeout;
        limits.MinRequestBodyDataRate = new MinDataRate(connections.MinBodyBytesPerSecond, connections.Grace);
        limits.MinResponseDataRate = new MinDataRate(connections.MinAnswerBytesPerSecond, connections.Grace);
    }
}

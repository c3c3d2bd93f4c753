using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using DirectRoute.Kubernetes.Configuration;

namespace DirectRoute.Kubernetes.Client;

/// <summary>Opens connections as the configuration says.</summary>
internal static class ConnectionFactory
{
    public static SocketsHttpHandler Create(KubernetesClientConfiguration configuration, KubernetesClientOptions options, X509Certificate2? clientCertificate)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.GZip,
            ConnectTimeout = options.ConnectTimeout,
            ConnectCallback = (context, cancellationToken) => ConnectAsync(context.DnsEndPoint, options.KeepAlive, cancellationToken),
            EnableMultipleHttp2Connections = true,
            KeepAlivePingDelay = options.KeepAlive,
            KeepAlivePingTimeout = options.KeepAlive / 2,
            KeepAlivePingPolicy = HttpKeepAlivePingPolicy.WithActiveRequests,
            PooledConnectionLifetime = TimeSpan.FromMinutes(30),
            SslOptions = Tls(configuration, clientCertificate),
        };
        if (configuration.Proxy is { } proxy) handler.Proxy = ProxyAt(proxy);
        return handler;
    }

    private static SslClientAuthenticationOptions Tls(KubernetesClientConfiguration configuration, X509Certificate2? clientCertificate)
    {
        var tls = new SslClientAuthenticationOptions();
        if (clientCertificate is not null)
            tls.ClientCertificateContext = SslStreamCertificateContext.Create(clientCertificate, null, offline: true);
#pragma warning disable CA5359 // That is what insecure-skip-tls-verify asks for, in so many words.
        if (configuration.SkipTlsVerify) tls.RemoteCertificateValidationCallback = (_, _, _, _) => true;
#pragma warning restore CA5359
        else if (configuration.CertificateAuthority is { } authority) tls.CertificateChainPolicy = Trust(authority);
        return tls;
    }

    private static X509ChainPolicy Trust(string authority)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.ImportFromPem(authority);
        return policy;
    }

    // HTTP/1.1 has no pings: a peer that vanished during a watch is noticed by the socket.
    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint endPoint, TimeSpan keepAlive, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            var seconds = Math.Max(1, (int)keepAlive.TotalSeconds);
            socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
            socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, seconds);
            socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval, Math.Max(1, seconds / 3));
            socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveRetryCount, 3);
            await socket.ConnectAsync(endPoint, cancellationToken).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static WebProxy ProxyAt(Uri proxy)
    {
        var parts = proxy.UserInfo.Split(':', 2);
        return new WebProxy(new UriBuilder(proxy) { UserName = "", Password = "" }.Uri)
        {
            Credentials = proxy.UserInfo.Length == 0 ? null : new NetworkCredential(Uri.UnescapeDataString(parts[0]), Uri.UnescapeDataString(parts.ElementAtOrDefault(1) ?? "")),
        };
    }
}

using System.Net;
using System.Net.Sockets;
using System.Text;

namespace DirectRoute.Local.Tests.Forwarding;

/// <summary>A server that answers every connection with the same bytes, whether or not they are good HTTP.</summary>
internal sealed class RawServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);

    public Uri Address => new($"http://{listener.LocalEndpoint}");

    public static RawServer Start(string answer)
    {
        var server = new RawServer();
        server.listener.Start();
        _ = server.ServeAsync(Encoding.ASCII.GetBytes(answer));
        return server;
    }

    public void Dispose() => listener.Dispose();

    private async Task ServeAsync(byte[] answer)
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync();
                await client.GetStream().ReadAtLeastAsync(new byte[1024], 1);
                await client.GetStream().WriteAsync(answer);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or IOException)
        {
            // Disposed of.
        }
    }
}

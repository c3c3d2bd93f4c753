using System.Net;
using System.Net.Sockets;

namespace DirectRoute.Local.Tests.Hostile;

/// <summary>A backend that does with every connection what it is told, once the head of a request has come.</summary>
internal sealed class RawBackend : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Func<Stream, Task> serve;

    private RawBackend(Func<Stream, Task> serve) => this.serve = serve;

    public Uri Address => new($"http://{listener.LocalEndpoint}");

    public static RawBackend Start(Func<Stream, Task> serve)
    {
        var backend = new RawBackend(serve);
        backend.listener.Start();
        _ = backend.AcceptAsync();
        return backend;
    }

    public void Dispose() => listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _ = ServeAsync(await listener.AcceptTcpClientAsync());
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Disposed of.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                await ReadHeadAsync(stream);
                await serve(stream);
            }
            catch (IOException)
            {
                // The gateway has had enough.
            }
        }
    }

    private static async Task ReadHeadAsync(Stream stream)
    {
        var (buffer, ends) = (new byte[1], 0);
        while (ends < 4 && await stream.ReadAsync(buffer) > 0) ends = buffer[0] == "\r\n\r\n"[ends] ? ends + 1 : 0;
    }
}

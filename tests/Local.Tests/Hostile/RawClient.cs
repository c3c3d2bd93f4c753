using System.Net.Sockets;
using System.Text;

namespace DirectRoute.Local.Tests.Hostile;

/// <summary>A client that sends whatever bytes it is told.</summary>
internal sealed class RawClient : IDisposable
{
    private readonly Socket socket;

    private RawClient(Socket socket) => this.socket = socket;

    /// <param name="address">Of the server.</param>
    /// <param name="receiveBuffer">How much the system takes for a client that does not read, in bytes; 0 leaves that to the system.</param>
    public static async Task<RawClient> ConnectAsync(Uri address, int receiveBuffer = 0)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        if (receiveBuffer > 0) socket.ReceiveBufferSize = receiveBuffer;
        await socket.ConnectAsync(address.Host, address.Port);
        return new RawClient(socket);
    }

    public Task SendAsync(string text) => SendAsync(Encoding.Latin1.GetBytes(text));

    /// <summary>Sends the bytes; what the server does not take any more is dropped.</summary>
    public async Task SendAsync(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            while (!bytes.IsEmpty) bytes = bytes[await socket.SendAsync(bytes)..];
        }
        catch (SocketException)
        {
            // Closed by the server, which is one of its answers.
        }
    }

    /// <summary>Says that there is no more to come, and still listens.</summary>
    public void EndSending() => socket.Shutdown(SocketShutdown.Send);

    /// <summary>Ends the connection with a reset.</summary>
    public void Reset() => socket.Close(timeout: 0);

    /// <summary>Ends when the server has closed the connection, without reading what it said.</summary>
    public async Task ClosedByServerAsync()
    {
        var bytes = new byte[16 * 1024];
        try
        {
            while (true) await socket.SendAsync(bytes);
        }
        catch (SocketException)
        {
            // It takes no more.
        }
    }

    /// <summary>The first that comes.</summary>
    public async Task<string> ReadSomeAsync()
    {
        var buffer = new byte[1024];
        return Encoding.Latin1.GetString(buffer, 0, await socket.ReceiveAsync(buffer));
    }

    /// <summary>All that comes until the server closes the connection; empty when it does so without a word.</summary>
    public async Task<string> ReadAllAsync()
    {
        var got = new MemoryStream();
        var buffer = new byte[16 * 1024];
        try
        {
            for (int read; (read = await socket.ReceiveAsync(buffer)) > 0;) got.Write(buffer, 0, read);
        }
        catch (SocketException)
        {
            // A reset ends it, too.
        }
        return Encoding.Latin1.GetString(got.ToArray());
    }

    /// <summary>The status of what the server says before it closes the connection; 0 when it says nothing.</summary>
    public async Task<int> ReadStatusAsync() => StatusOf(await ReadAllAsync());

    /// <summary>The status of a message.</summary>
    public static int StatusOf(string message)
    {
        if (message.Length == 0) return 0;
        Assert.Matches("^HTTP/1\\.1 [1-5][0-9][0-9] ", message);
        return int.Parse(message.AsSpan(9, 3), System.Globalization.CultureInfo.InvariantCulture);
    }

    public void Dispose() => socket.Dispose();
}

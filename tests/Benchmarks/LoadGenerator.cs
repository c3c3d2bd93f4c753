using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace DirectRoute.Benchmarks;

/// <summary>What a load came to.</summary>
/// <param name="RequestsPerSecond">Answers in a second.</param>
/// <param name="Latencies">Milliseconds of each, in ascending order.</param>
internal sealed record Load(double RequestsPerSecond, double[] Latencies)
{
    /// <summary>The latency, in milliseconds, that a share of the requests did not exceed.</summary>
    public double Quantile(double share) => Latencies[(int)Math.Min(Latencies.Length - 1, share * Latencies.Length)];
}

/// <summary>
/// One GET again and again over kept connections, each waiting for its answer before it asks again. It reads no more of HTTP than it must, because it takes its
/// time from the same two cores.
/// </summary>
internal static class LoadGenerator
{
    private const int BufferSize = 16 * 1024;

    public static async Task<Load> RunAsync(Uri url, int connections, TimeSpan warmUp, TimeSpan duration)
    {
        var request = Encoding.ASCII.GetBytes($"GET {url.PathAndQuery} HTTP/1.1\r\nHost: {url.Authority}\r\nAccept: application/json\r\nUser-Agent: load\r\n\r\n");
        var from = Stopwatch.GetTimestamp() + (long)(warmUp.TotalSeconds * Stopwatch.Frequency);
        var until = from + (long)(duration.TotalSeconds * Stopwatch.Frequency);
        var all = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(() => AskAsync(url, request, from, until))));
        var latencies = all.SelectMany(l => l).Order().ToArray();
        return new Load(latencies.Length / duration.TotalSeconds, latencies);
    }

    private static async Task<List<double>> AskAsync(Uri url, byte[] request, long from, long until)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(url.Host, url.Port);
        List<double> latencies = [];
        var buffer = new byte[BufferSize];
        while (Stopwatch.GetTimestamp() is var start && start < until)
        {
            await socket.SendAsync(request);
            await ReadAnswerAsync(socket, buffer);
            if (start >= from) latencies.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        return latencies;
    }

    private static async Task ReadAnswerAsync(Socket socket, byte[] buffer)
    {
        var (length, end) = (0, -1);
        while (end < 0 || length < end)
        {
            var read = await socket.ReceiveAsync(buffer.AsMemory(length));
            if (read == 0) throw new IOException("The gateway closed the connection.");
            length += read;
            if (end < 0) end = EndOf(buffer.AsSpan(0, length));
        }
    }

    /// <summary>Where the answer ends; -1 while its head is incomplete.</summary>
    private static int EndOf(ReadOnlySpan<byte> answer)
    {
        var head = answer.IndexOf("\r\n\r\n"u8);
        if (head < 0) return -1;
        if (!answer.StartsWith("HTTP/1.1 200"u8)) throw new IOException(Encoding.ASCII.GetString(answer));
        var at = answer.IndexOf("Content-Length: "u8) + "Content-Length: ".Length;
        var digits = answer[at..];
        return head + 4 + int.Parse(digits[..digits.IndexOf((byte)'\r')], NumberStyles.None, CultureInfo.InvariantCulture);
    }
}

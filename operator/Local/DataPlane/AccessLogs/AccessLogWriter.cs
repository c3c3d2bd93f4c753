using System.Threading.Channels;

namespace DirectRoute.Local.DataPlane.AccessLogs;

/// <summary>Writes access logs to a text, in the background. A text that takes no more in time holds no request up: lines are lost then, and counted.</summary>
public sealed class AccessLogWriter : IAccessLogSink, IAsyncDisposable
{
    private const int MostWaiting = 10_000;
    private readonly Channel<string> lines;
    private readonly TextWriter writer;
    private readonly Task writing;
    private long lost;

    /// <param name="writer">Where the lines go; it stays open.</param>
    public AccessLogWriter(TextWriter writer)
    {
        this.writer = writer;
        lines = Channel.CreateBounded<string>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true }, _ => Lose());
        writing = Task.Run(WriteAsync);
    }

    /// <summary>How many lines could not be written.</summary>
    public long Lost => Volatile.Read(ref lost);

    /// <inheritdoc />
    public void Write(string destinationArn, string line)
    {
        if (!lines.Writer.TryWrite(line)) Lose();
    }

    private void Lose() => Interlocked.Increment(ref lost);

    private async Task WriteAsync()
    {
        await foreach (var line in lines.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            try
            {
                await writer.WriteLineAsync(line).ConfigureAwait(false);
                if (lines.Reader.Count == 0) await writer.FlushAsync().ConfigureAwait(false);
            }
            catch (Exception e) when (e is IOException or ObjectDisposedException)
            {
                Lose(); // a full disk or a closed pipe must not end the gateway
            }
        }
    }

    /// <summary>Writes what is still to be written.</summary>
    public async ValueTask DisposeAsync()
    {
        lines.Writer.TryComplete();
        await writing.ConfigureAwait(false);
    }
}

using System.Threading.Channels;

namespace DirectRoute.Cli.Serving;

/// <summary>Writes events, one after the other, on a task of its own: a terminal that is held up holds up no request.</summary>
internal sealed class EventLog : IAsyncDisposable
{
    /// <summary>How many events may wait to be written; more are counted, and dropped.</summary>
    private const int Capacity = 10_000;

    private readonly Channel<ServingEvent> waiting;
    private readonly Task writing;
    private long dropped;

    /// <param name="format">An event as text, with its line breaks; empty for nothing.</param>
    public EventLog(TextWriter writer, Func<ServingEvent, string> format)
    {
        waiting = Channel.CreateBounded<ServingEvent>(
            new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true },
            _ => Interlocked.Increment(ref dropped));
        writing = Task.Run(() => WriteAsync(writer, format));
    }

    public void Add(ServingEvent happened) => waiting.Writer.TryWrite(happened);

    private async Task WriteAsync(TextWriter writer, Func<ServingEvent, string> format)
    {
        try
        {
            while (await waiting.Reader.WaitToReadAsync().ConfigureAwait(false))
            {
                while (waiting.Reader.TryRead(out var happened)) await writer.WriteAsync(format(happened)).ConfigureAwait(false);
                if (Interlocked.Exchange(ref dropped, 0) is > 0 and var count) await writer.WriteAsync(format(new EventsDropped(count))).ConfigureAwait(false);
                await writer.FlushAsync().ConfigureAwait(false);
            }
        }
        catch (IOException)
        {
            // Whoever read the output has stopped; requests are served all the same.
        }
    }

    /// <summary>Writes what is left.</summary>
    public async ValueTask DisposeAsync()
    {
        waiting.Writer.TryComplete();
        await writing.ConfigureAwait(false);
    }
}

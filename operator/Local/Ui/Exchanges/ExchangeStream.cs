using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using DirectRoute.Local.Ui.Recording;
using Microsoft.AspNetCore.Http;

namespace DirectRoute.Local.Ui.Exchanges;

/// <summary>Requests as they are answered, as server-sent events: first what is kept, then each new one.</summary>
internal sealed class ExchangeStream(ExchangeLog log, TimeProvider clock, CancellationToken stopping)
{
    /// <summary>A browser opens six connections to a host, so that more are no browsers.</summary>
    private const int MaxViewers = 32;

    /// <summary>Who takes longer for what it was sent is dropped; a browser comes back by itself.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>How often a quiet stream says that it is there, so that a browser notices when it is not.</summary>
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(15);

    private int viewers;

    public async Task SendAsync(HttpContext http)
    {
        if (Interlocked.Increment(ref viewers) > MaxViewers)
        {
            Interlocked.Decrement(ref viewers);
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }
        var viewer = new Viewer();
        log.Add(viewer);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, stopping);
        try
        {
            await SendAsync(http, viewer, ended.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            if (!stopping.IsCancellationRequested) http.Abort();
        }
        finally
        {
            log.Remove(viewer);
            Interlocked.Decrement(ref viewers);
        }
    }

    private async Task SendAsync(HttpContext http, Viewer viewer, CancellationToken ended)
    {
        http.Response.ContentType = "text/event-stream";
        var seen = Resume(http.Request.Headers["Last-Event-ID"].ToString());
        var text = new ArrayBufferWriter<byte>();
        Write(text, "start", "", JsonSerializer.SerializeToUtf8Bytes(new StreamStart(log.Id), UiJson.Default.StreamStart));
        while (true)
        {
            foreach (var exchange in log.After(seen))
            {
                seen = exchange.Sequence;
                Write(text, "exchange", Id(seen), JsonSerializer.SerializeToUtf8Bytes(ExchangeViews.Summary(exchange), UiJson.Default.ExchangeSummary));
            }
            await FlushAsync(http, text, ended).ConfigureAwait(false);
            if (!await MoreAsync(viewer, ended).ConfigureAwait(false)) text.Write(": \n\n"u8);
        }
    }

    /// <summary>Whether there is more, or only time has passed.</summary>
    private async ValueTask<bool> MoreAsync(Viewer viewer, CancellationToken ended)
    {
        using var beat = new CancellationTokenSource(Beat, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(beat.Token, ended);
        try
        {
            await viewer.WaitAsync(either.Token).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException) when (!ended.IsCancellationRequested)
        {
            return false;
        }
    }

    private async Task FlushAsync(HttpContext http, ArrayBufferWriter<byte> text, CancellationToken ended)
    {
        using var late = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, ended);
        await http.Response.Body.WriteAsync(text.WrittenMemory, either.Token).ConfigureAwait(false);
        await http.Response.Body.FlushAsync(either.Token).ConfigureAwait(false);
        text.ResetWrittenCount();
    }

    private static void Write(ArrayBufferWriter<byte> text, string kind, string id, ReadOnlySpan<byte> json)
    {
        text.Write(Encoding.UTF8.GetBytes(id.Length == 0 ? $"event: {kind}\ndata: " : $"event: {kind}\nid: {id}\ndata: "));
        text.Write(json);
        text.Write("\n\n"u8);
    }

    private string Id(long sequence) => string.Create(CultureInfo.InvariantCulture, $"{log.Id}-{sequence}");

    /// <summary>Where a browser that comes back left off; from the beginning when it left another log.</summary>
    private long Resume(string id) =>
        id.StartsWith(log.Id + "-", StringComparison.Ordinal) && long.TryParse(id.AsSpan(log.Id.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : 0;
}

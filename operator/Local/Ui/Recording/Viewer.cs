using System.Threading.Channels;

namespace DirectRoute.Local.Ui.Recording;

/// <summary>Someone who watches the log. It holds one fact, that there is more, however much there is: a slow viewer costs nobody memory or time.</summary>
internal sealed class Viewer
{
    private readonly Channel<bool> more = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    /// <summary>There is more.</summary>
    public void Tell() => more.Writer.TryWrite(true);

    /// <summary>Waits until there is more.</summary>
    public async ValueTask WaitAsync(CancellationToken cancellationToken) => await more.Reader.ReadAsync(cancellationToken).ConfigureAwait(false);
}

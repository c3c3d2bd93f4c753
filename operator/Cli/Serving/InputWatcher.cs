using System.Threading.Channels;

namespace DirectRoute.Cli.Serving;

/// <summary>
/// Waits until files change. What decides is how they look, every second and whenever the file system says that something happened: so that no way of
/// writing a file, and no file system without events, is missed. A change is reported once it has come to rest.
/// </summary>
internal sealed class InputWatcher : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(100);

    private readonly IReadOnlyList<string> names;
    private readonly bool recursive;
    private readonly TimeProvider clock;
    private readonly Channel<bool> hints = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly List<FileSystemWatcher> watchers = [];
    private InputFingerprint seen;

    public InputWatcher(IReadOnlyList<string> names, bool recursive, TimeProvider clock)
    {
        (this.names, this.recursive, this.clock) = (names, recursive, clock);
        seen = InputFingerprint.Of(names, recursive);
        foreach (var name in names.Where(n => n != "-")) Watch(Path.GetFullPath(name));
    }

    /// <summary>Returns when the files look other than when this was last called, or made.</summary>
    public async Task ChangedAsync(CancellationToken cancellationToken)
    {
        var now = InputFingerprint.Of(names, recursive);
        while (now == seen)
        {
            await HintAsync(cancellationToken).ConfigureAwait(false);
            now = InputFingerprint.Of(names, recursive);
        }
        seen = await AtRestAsync(now, cancellationToken).ConfigureAwait(false);
    }

    private async Task<InputFingerprint> AtRestAsync(InputFingerprint now, CancellationToken cancellationToken)
    {
        while (true)
        {
            await Task.Delay(Rest, clock, cancellationToken).ConfigureAwait(false);
            var later = InputFingerprint.Of(names, recursive);
            if (later == now) return now;
            now = later;
        }
    }

    /// <summary>Waits until something happened in the folders, or long enough; hints in plenty are one.</summary>
    private async Task HintAsync(CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(Interval, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            await hints.Reader.ReadAsync(either.Token).ConfigureAwait(false);
            await Task.Delay(Rest, clock, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Nobody said anything: look anyway.
        }
    }

    private void Watch(string path)
    {
        try
        {
            var watcher = Directory.Exists(path)
                ? new FileSystemWatcher(path) { IncludeSubdirectories = recursive }
                : new FileSystemWatcher(Path.GetDirectoryName(path)!, Path.GetFileName(path));
            watchers.Add(watcher);
            watcher.Created += (_, _) => Hint();
            watcher.Changed += (_, _) => Hint();
            watcher.Deleted += (_, _) => Hint();
            watcher.Renamed += (_, _) => Hint();
            watcher.EnableRaisingEvents = true;
        }
        catch (Exception e) when (e is IOException or ArgumentException or UnauthorizedAccessException)
        {
            // The system has no more watches to give, or the folder is not there: then looking every second must do.
        }
    }

    private void Hint() => hints.Writer.TryWrite(true);

    public void Dispose()
    {
        foreach (var watcher in watchers) watcher.Dispose();
    }
}

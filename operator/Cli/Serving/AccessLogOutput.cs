using System.Text;
using DirectRoute.Cli.Input;
using DirectRoute.Local.DataPlane.AccessLogs;

namespace DirectRoute.Cli.Serving;

/// <summary>Where access logs go: to a file, to the standard output, or nowhere.</summary>
internal sealed class AccessLogOutput : IAsyncDisposable
{
    /// <summary>What stands for the standard output.</summary>
    public const string StandardOutput = "-";

    private readonly StreamWriter? file;
    private readonly AccessLogWriter? writer;

    private AccessLogOutput(StreamWriter? file, AccessLogWriter? writer) => (this.file, this.writer) = (file, writer);

    /// <summary>What the gateway writes to; null when access logs go nowhere.</summary>
    public IAccessLogSink? Sink => writer;

    /// <summary>How many lines could not be written.</summary>
    public long Lost => writer?.Lost ?? 0;

    /// <param name="target">A file, which is made or written on; or <c>-</c>; null for nowhere.</param>
    /// <param name="output">The standard output; it stays open.</param>
    /// <exception cref="InputException">The file cannot be written.</exception>
    public static AccessLogOutput Open(string? target, TextWriter output)
    {
        if (target is null) return new(null, null);
        if (target == StandardOutput) return new(null, new AccessLogWriter(output));
        var file = FileAt(target);
        return new(file, new AccessLogWriter(file));
    }

    /// <summary>Others may read, move and delete the file meanwhile.</summary>
    private static StreamWriter FileAt(string path)
    {
        try
        {
            var stream = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
            return new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new InputException($"--access-log {path}: the file cannot be written: {e.Message.TrimEnd('.')}. Name a file in a folder that is there, or - for the standard output.");
        }
    }

    /// <summary>Writes what is left. What a full disk does not take is lost.</summary>
    public async ValueTask DisposeAsync()
    {
        if (writer is not null) await writer.DisposeAsync().ConfigureAwait(false);
        try
        {
            if (file is not null) await file.DisposeAsync().ConfigureAwait(false);
        }
        catch (IOException)
        {
            // The writer has counted it.
        }
    }
}

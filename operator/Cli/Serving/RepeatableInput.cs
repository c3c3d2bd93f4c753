namespace DirectRoute.Cli.Serving;

/// <summary>The standard input, which can be read once only, for those who read it each time that files beside it change.</summary>
internal sealed class RepeatableInput(Func<Stream> open)
{
    /// <summary>A little more than what is taken of one file: whoever reads it says what is wrong with more.</summary>
    private const int MaxBytes = 33 * 1024 * 1024;

    private byte[]? content;

    /// <summary>All of it, from the beginning.</summary>
    public Stream Open() => new MemoryStream(content ??= Read(), writable: false);

    private byte[] Read()
    {
        using var stream = open();
        using var read = new MemoryStream();
        var buffer = new byte[81920];
        while (read.Length < MaxBytes && stream.Read(buffer) is > 0 and var count) read.Write(buffer, 0, count);
        return read.ToArray();
    }
}

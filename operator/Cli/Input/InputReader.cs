using System.Text;

namespace DirectRoute.Cli.Input;

/// <summary>Reads files as text, within a bound.</summary>
internal static class InputReader
{
    private const int MaxBytes = 32 * 1024 * 1024;
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <param name="standardInput">Opens the standard input.</param>
    /// <exception cref="InputException">Files cannot be read, are too large, or hold no text: all of them are named.</exception>
    public static IReadOnlyList<InputFile> Read(IReadOnlyList<FoundFile> files, Func<Stream> standardInput)
    {
        var read = new List<InputFile>(files.Count);
        List<string> faults = [];
        foreach (var file in files)
        {
            try
            {
                read.Add(Read(file, read.Count, standardInput));
            }
            catch (InputException e)
            {
                faults.Add(e.Message);
            }
        }
        return faults.Count == 0 ? read : throw new InputException(string.Join("\ndirect: ", faults));
    }

    private static InputFile Read(FoundFile file, int order, Func<Stream> standardInput)
    {
        var name = file.Name == "-" ? "stdin" : file.Name;
        try
        {
            using var stream = file.Name == "-" ? standardInput() : File.OpenRead(file.Name);
            return new InputFile(name, Decode(ReadBounded(stream, name), name), order) { IsNamed = file.IsNamed };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{name}: it cannot be read: {Reason(e)}");
        }
    }

    /// <summary>The length is not asked for: a pipe has none, and some files lie.</summary>
    private static byte[] ReadBounded(Stream stream, string name)
    {
        using var content = new MemoryStream();
        var buffer = new byte[81920];
        while (stream.Read(buffer) is > 0 and var count)
        {
            content.Write(buffer, 0, count);
            if (content.Length > MaxBytes) throw new InputException($"{name}: it is larger than {MaxBytes / (1024 * 1024)} MiB, which no manifest is.");
        }
        return content.ToArray();
    }

    private static string Decode(byte[] bytes, string name)
    {
        try
        {
            var text = Strict.GetString(bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes.AsSpan(Encoding.UTF8.Preamble.Length) : bytes);
            return text.Contains('\0') ? throw new InputException($"{name}: it is a binary file, not a manifest.") : text;
        }
        catch (DecoderFallbackException)
        {
            throw new InputException($"{name}: it is not UTF-8 text. Manifests are written in UTF-8.");
        }
    }

    private static string Reason(Exception e) => e is UnauthorizedAccessException ? "permission is denied." : e.Message;
}

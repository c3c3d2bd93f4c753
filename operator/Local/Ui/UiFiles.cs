using System.Collections.Frozen;

namespace DirectRoute.Local.Ui;

/// <summary>A file of the page.</summary>
internal sealed record UiFile(string ContentType, ReadOnlyMemory<byte> Content);

/// <summary>The files of the page, which the assembly holds.</summary>
internal static class UiFiles
{
    private const string Prefix = "page/";
    private static readonly Lazy<FrozenDictionary<string, UiFile>> All = new(Read);

    /// <summary>The file of a name, <c>index.html</c> when the name is empty; null when there is none.</summary>
    public static UiFile? Find(string name) => All.Value.GetValueOrDefault(name.Length == 0 ? "index.html" : name);

    private static FrozenDictionary<string, UiFile> Read() => typeof(UiFiles).Assembly.GetManifestResourceNames()
        .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal))
        .ToFrozenDictionary(n => n[Prefix.Length..], n => new UiFile(ContentType(n), Content(n)), StringComparer.Ordinal);

    private static byte[] Content(string name)
    {
        using var stream = typeof(UiFiles).Assembly.GetManifestResourceStream(name)!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }

    private static string ContentType(string name) => Path.GetExtension(name) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => "application/octet-stream",
    };
}

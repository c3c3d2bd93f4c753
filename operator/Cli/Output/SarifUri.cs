namespace DirectRoute.Cli.Output;

/// <summary>Names of files as URIs.</summary>
internal static class SarifUri
{
    /// <summary>Relative to the working directory where the file lies beneath it, else absolute.</summary>
    public static string Of(string file, string folder)
    {
        var full = Path.GetFullPath(file, folder);
        var relative = Path.GetRelativePath(folder, full);
        var isBeneath = !Path.IsPathRooted(relative) && relative != ".." && !relative.StartsWith($"..{Path.DirectorySeparatorChar}", StringComparison.Ordinal);
        return isBeneath ? Encode(relative) : new Uri(full).AbsoluteUri;
    }

    private static string Encode(string relative) => string.Join('/', relative.Split(Path.DirectorySeparatorChar).Select(Uri.EscapeDataString));
}

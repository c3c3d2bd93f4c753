using DirectRoute.Cli.Input;

namespace DirectRoute.Cli.Serving;

/// <summary>How the files of an input look from outside: two that are equal need not be read again.</summary>
internal sealed record InputFingerprint
{
    private readonly string text;

    private InputFingerprint(string text) => this.text = text;

    /// <summary>Of the files as they are now. That something is not there, or cannot be listed, is a state like any other.</summary>
    public static InputFingerprint Of(IReadOnlyList<string> names, bool recursive)
    {
        try
        {
            return new(string.Join('\n', InputFinder.Find(names, recursive, allowsEmpty: true).Select(Describe)));
        }
        catch (InputException e)
        {
            return new(e.Message);
        }
    }

    private static string Describe(FoundFile file)
    {
        if (file.Name == "-") return file.Name;
        try
        {
            // The target counts: folders that are mounted from elsewhere swap links.
            var info = new FileInfo(file.Name);
            if (info.ResolveLinkTarget(returnFinalTarget: true) is FileInfo target) info = target;
            return info.Exists ? $"{file.Name}\t{info.FullName}\t{info.Length}\t{info.LastWriteTimeUtc.Ticks}" : file.Name;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"{file.Name}\t{e.Message}";
        }
    }
}

namespace DirectRoute.Cli.Input;

/// <summary>Finds the files that <c>-f</c> names, by kubectl's rules: of a folder its .yaml, .yml and .json files, with <c>-R</c> those of its subfolders, too.</summary>
/// <param name="allowsEmpty">Whether a folder without manifests is nothing to complain of.</param>
internal sealed class InputFinder(bool recursive, bool allowsEmpty = false)
{
    private const int MaxFiles = 10_000;
    private const int MaxDepth = 64;

    private readonly List<FoundFile> found = [];
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);

    /// <exception cref="InputException">A name is not there, is of no use, or leads to too many files.</exception>
    public static IReadOnlyList<FoundFile> Find(IEnumerable<string> names, bool recursive, bool allowsEmpty = false)
    {
        var finder = new InputFinder(recursive, allowsEmpty);
        foreach (var name in names) finder.Add(name);
        return finder.found;
    }

    private void Add(string name)
    {
        if (name == "-") Take(name, isNamed: true);
        else if (name.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || name.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
            throw new InputException($"{name}: direct reads files only. Fetch it first, such as: curl -sS {name} | direct lint -f -");
        else if (Directory.Exists(name)) AddFolder(name);
        else if (File.Exists(name)) Take(name, isNamed: true);
        else throw new InputException($"{name}: there is no such file or folder.");
    }

    private void AddFolder(string folder)
    {
        try
        {
            if (Walk(folder, depth: 0) || allowsEmpty) return;
            var hint = !recursive && Directory.EnumerateDirectories(folder).Any() ? " To search its subfolders, add -R." : "";
            throw new InputException($"{folder}: the folder holds no .yaml, .yml or .json file.{hint}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{folder}: it cannot be read: {e.Message}");
        }
    }

    /// <summary>Whether there was a manifest, be it one that was named before.</summary>
    private bool Walk(string folder, int depth)
    {
        if (depth > MaxDepth) throw new InputException($"{folder}: folders nest deeper than {MaxDepth} levels.");
        List<string> files = [.. Directory.EnumerateFiles(folder).Where(IsManifest).Order(StringComparer.Ordinal)];
        foreach (var file in files) Take(file, isNamed: false);
        var any = files.Count > 0;
        if (!recursive) return any;
        // A link to a folder may lead back up; kubectl does not follow it, either.
        foreach (var child in Directory.EnumerateDirectories(folder).Where(IsNoLink).Order(StringComparer.Ordinal)) any |= Walk(child, depth + 1);
        return any;
    }

    private void Take(string name, bool isNamed)
    {
        if (!seen.Add(name == "-" ? name : Path.GetFullPath(name))) return;
        if (found.Count >= MaxFiles) throw new InputException($"{name}: there are more than {MaxFiles} files. Name fewer folders.");
        found.Add(new FoundFile(name, isNamed));
    }

    /// <summary>A kustomization is read by kustomize, and is no manifest itself.</summary>
    private static bool IsManifest(string file) =>
        Path.GetExtension(file) is ".yaml" or ".yml" or ".json" && Path.GetFileName(file) is not ("kustomization.yaml" or "kustomization.yml");

    private static bool IsNoLink(string folder) => new DirectoryInfo(folder).LinkTarget is null;
}

/// <summary>A file to read.</summary>
/// <param name="Name">A path, or <c>-</c> for the standard input.</param>
/// <param name="IsNamed">Whether the user named the file itself.</param>
internal sealed record FoundFile(string Name, bool IsNamed);

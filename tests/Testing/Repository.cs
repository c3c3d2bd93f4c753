namespace DirectRoute.Testing;

/// <summary>The working copy that the running tests were built in.</summary>
public static class Repository
{
    /// <summary>The directory of <c>Operator.sln</c>.</summary>
    /// <exception cref="DirectoryNotFoundException">The tests run outside of a working copy.</exception>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>The full path of a file, given its path from the root.</summary>
    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find(string start)
    {
        for (var directory = new DirectoryInfo(start); directory is not null; directory = directory.Parent)
        {
            if (File.Exists(Path.Combine(directory.FullName, "Operator.sln"))) return directory.FullName;
        }
        throw new DirectoryNotFoundException($"No directory above {start} holds Operator.sln; run the tests from a working copy.");
    }
}

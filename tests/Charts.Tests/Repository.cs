namespace DirectRoute.Charts.Tests;

/// <summary>Where the files under test are.</summary>
internal static class Repository
{
    /// <summary>The directory of the solution.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>The path of a file or directory of the repository.</summary>
    public static string At(string relative) => Path.Combine(Root, relative);

    private static string Find(string? directory)
    {
        while (directory is not null && !File.Exists(Path.Combine(directory, "Operator.sln")))
            directory = Path.GetDirectoryName(directory);
        return directory ?? throw new InvalidOperationException($"No Operator.sln above {AppContext.BaseDirectory}.");
    }
}

namespace DirectRoute.Core.Tests;

/// <summary>The files under version control, from tests that run beside their binaries.</summary>
internal static class RepositoryFolder
{
    /// <summary>A path beneath the nearest folder above the binaries that holds the solution.</summary>
    public static string PathOf(params string[] parts)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Operator.sln"))) folder = folder.Parent ?? throw new DirectoryNotFoundException("Operator.sln");
        return Path.Combine([folder.FullName, .. parts]);
    }
}

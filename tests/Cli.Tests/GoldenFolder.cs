using DirectRoute.Testing;

namespace DirectRoute.Cli.Tests;

/// <summary>
/// A folder of cases under version control. A case is a folder of manifests; each of its golden files says the output of one command on it.
/// <c>UPDATE_GOLDEN=1</c> writes what the program says now; read the difference before it is committed.
/// </summary>
internal static class GoldenFolder
{
    public static bool IsUpdating { get; } = Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1";

    public static string PathOf(params string[] parts) => Repository.PathOf(["tests", "Cli.Tests", .. parts]);

    /// <summary>The cases' names.</summary>
    public static IEnumerable<string> CasesOf(string area) =>
        Directory.GetDirectories(PathOf(area, "Cases")).Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal);

    /// <summary>Compares with the agreed file, or writes it.</summary>
    public static void Check(string file, string made)
    {
        if (IsUpdating) File.WriteAllText(file, made);
        else Assert.Equal(File.ReadAllText(file), made);
    }
}

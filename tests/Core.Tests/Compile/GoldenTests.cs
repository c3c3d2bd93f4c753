namespace DirectRoute.Core.Tests.Compile;

/// <summary>Every folder of Cases is a test. <c>UPDATE_GOLDEN=1</c> writes what the compiler makes now; read the difference before it is committed.</summary>
public sealed class GoldenTests
{
    private const string Input = "input.yaml";
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Compile", "Cases");

    public static TheoryData<string> Cases => [.. Directory.GetDirectories(Folder).Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Compile_Case_IsWhatWasAgreed(string name)
    {
        var made = new GoldenCase(File.ReadAllText(Path.Combine(Folder, name, Input))).Compile();

        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1") Update(RepositoryFolder.PathOf("tests", "Core.Tests", "Compile", "Cases", name), made);
        else Compare(Path.Combine(Folder, name), made);
    }

    private static void Compare(string folder, IReadOnlyDictionary<string, string> made)
    {
        Assert.Equal(Agreed(folder).Order(StringComparer.Ordinal), made.Keys);
        foreach (var (file, content) in made) Assert.Equal(File.ReadAllText(Path.Combine(folder, file)), content);
    }

    private static void Update(string folder, IReadOnlyDictionary<string, string> made)
    {
        foreach (var file in Agreed(folder)) File.Delete(Path.Combine(folder, file));
        foreach (var (file, content) in made) File.WriteAllText(Path.Combine(folder, file), content);
    }

    private static IEnumerable<string> Agreed(string folder) => Directory.GetFiles(folder).Select(f => Path.GetFileName(f)!).Where(f => f != Input);
}

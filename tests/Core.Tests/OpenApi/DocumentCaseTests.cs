using System.Text;
using System.Text.Json.Nodes;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.OpenApi;
using DirectRoute.Core.Tests.Compile;

namespace DirectRoute.Core.Tests.OpenApi;

/// <summary>
/// Every folder of Cases is a test. <c>input.yaml</c> is a document; the folder's name ends with the protocol. <c>api.json</c> is the model that it is read
/// as, <c>openapi.json</c> the document that the model is written as, <c>diagnostics.txt</c> what the reader says.
/// <c>UPDATE_GOLDEN=1</c> writes what is made now; read the difference before it is committed.
/// </summary>
public sealed class DocumentCaseTests
{
    private const string Input = "input.yaml";
    private static readonly OutsideDocument Outside = new() { Region = "us-east-1" };

    public static TheoryData<string> Cases => Folders("OpenApi");
    public static TheoryData<string> CompileCases => Folders("Compile");

    [Theory]
    [MemberData(nameof(Cases))]
    public void ReadAndWrite_Case_IsWhatWasAgreed(string name)
    {
        var made = Make(name);

        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1") Update(Path.Combine(SourceFolder(), name), made);
        else Compare(Path.Combine(FolderOf("OpenApi"), name), made);
    }

    [Theory]
    [MemberData(nameof(CompileCases))]
    public void Write_WhatManifestsCompileTo_HoldsAllOfIt(string name)
    {
        if (new GoldenCase(File.ReadAllText(Path.Combine(FolderOf("Compile"), name, Input))).CompileApi() is not { } api) return;

        var written = OpenApiWriter.Write(api);

        Assert.Empty(written.Losses);
        Assert.Equal(api, OpenApiReader.Read(written.Document, api.Protocol, OutsideDocument.Of(api)).Api);
    }

    private static SortedDictionary<string, string> Make(string name)
    {
        var protocol = name.EndsWith("-http", StringComparison.Ordinal) ? ApiProtocol.HTTP : ApiProtocol.REST;
        var document = Assert.Single(YamlManifests.Read(File.ReadAllText(Path.Combine(FolderOf("OpenApi"), name, Input))));
        var reading = OpenApiReader.Read(document, protocol, Outside);
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (reading.Diagnostics.Count > 0) files["diagnostics.txt"] = string.Concat(reading.Diagnostics.Select(d => $"{d.Severity} {d}\n"));
        if (reading.Api is not { } api) return files;
        files["api.json"] = GoldenCase.Json(api);
        var written = OpenApiWriter.Write(api);
        files["openapi.json"] = Encoding.UTF8.GetString(written.ToUtf8(indented: true)) + "\n";
        Assert.Empty(written.Losses);
        return files;
    }

    private static void Compare(string folder, SortedDictionary<string, string> made)
    {
        Assert.Equal(Agreed(folder).Order(StringComparer.Ordinal), made.Keys);
        foreach (var (file, content) in made) Assert.Equal(File.ReadAllText(Path.Combine(folder, file)), content);
        if (!made.TryGetValue("openapi.json", out var document)) return;
        var again = OpenApiReader.Read(JsonNode.Parse(document)!.AsObject(), folder.EndsWith("-http", StringComparison.Ordinal) ? ApiProtocol.HTTP : ApiProtocol.REST, Outside);
        Assert.Equal(made["api.json"], GoldenCase.Json(again.Api));
    }

    private static void Update(string folder, SortedDictionary<string, string> made)
    {
        foreach (var file in Agreed(folder)) File.Delete(Path.Combine(folder, file));
        foreach (var (file, content) in made) File.WriteAllText(Path.Combine(folder, file), content);
    }

    private static IEnumerable<string> Agreed(string folder) => Directory.GetFiles(folder).Select(f => Path.GetFileName(f)!).Where(f => f != Input);

    private static string FolderOf(string tests) => Path.Combine(AppContext.BaseDirectory, tests, "Cases");

    private static TheoryData<string> Folders(string tests) =>
        [.. Directory.GetDirectories(FolderOf(tests)).Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal)];

    /// <summary>The folder under version control: the nearest above the binaries that belongs to the solution.</summary>
    private static string SourceFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Operator.sln"))) folder = folder.Parent ?? throw new DirectoryNotFoundException("Operator.sln");
        return Path.Combine(folder.FullName, "tests", "Core.Tests", "OpenApi", "Cases");
    }
}

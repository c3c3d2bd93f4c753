using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DirectRoute.Core.Tests.Compile;

namespace DirectRoute.Core.Tests.RouteTests;

/// <summary>The manifests of <c>docs/testing.md</c> and of the samples, as the operator compiles them: their own tests are the assertions.</summary>
public sealed partial class DocumentedTests
{
    private static readonly string Document = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Documents", "testing.md")).ReplaceLineEndings("\n");
    private static readonly string SamplesFolder = Path.Combine(AppContext.BaseDirectory, "Samples");

    private static string Example(string language) => Assert.Single(Blocks().Matches(Document), m => m.Groups["language"].Value == language).Groups["text"].Value;

    [GeneratedRegex("```(?<language>[a-z]+)\n(?<text>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Blocks();

    [Fact]
    public void Compile_ExampleOfTheDocument_PassesItsTests()
    {
        var made = new GoldenCase(Example("yaml")).Compile();

        Assert.Contains("tests:", Example("yaml"), StringComparison.Ordinal);
        Assert.Equal(["api.json", "role.json"], made.Keys);
    }

    [Fact]
    public void Compile_ExampleMisspelled_SaysWhatTheDocumentSays()
    {
        var made = new GoldenCase(Example("yaml").Replace("$request.body.message", "$request.body.mesage", StringComparison.Ordinal)).Compile();

        Assert.Contains($"Error Manifest/TestsFailed\n  {Example("text")}", made["diagnostics.txt"], StringComparison.Ordinal);
    }

    public static TheoryData<string> Apis => [.. Directory.GetFiles(SamplesFolder, "*.yaml", SearchOption.AllDirectories)
        .Where(f => File.ReadAllText(f).Contains("kind: DirectApi", StringComparison.Ordinal)).Select(f => Path.GetRelativePath(SamplesFolder, f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Apis))]
    public void Compile_Sample_PassesItsTests(string api)
    {
        var folder = Path.GetDirectoryName(Path.Combine(SamplesFolder, api))!;
        var documents = Directory.GetFiles(folder, "*.yaml").SelectMany(f => YamlManifests.Read(File.ReadAllText(f))).ToList();
        var name = YamlManifests.Read(File.ReadAllText(Path.Combine(SamplesFolder, api))).Single()["metadata"]!["name"]!.ToString();

        var made = new GoldenCase([.. documents.Where(d => BelongsTo(d, name)).Select(WithRole)]).Compile();

        Assert.DoesNotContain("diagnostics.txt", made.Keys);
        Assert.Contains("\"routes\"", made["api.json"], StringComparison.Ordinal);
    }

    private static bool BelongsTo(JsonObject document, string api) => document["kind"]!.ToString() switch
    {
        "DirectApi" => document["metadata"]!["name"]!.ToString() == api,
        "DirectRoute" => document["spec"]!["apiRef"]!["name"]!.ToString() == api,
        var kind => kind == "IntegrationRole",
    };

    /// <summary>A role that is there already, so that its routes do not wait for it.</summary>
    private static JsonObject WithRole(JsonObject document)
    {
        if (document["kind"]!.ToString() == "IntegrationRole") document["status"] = new JsonObject { ["arn"] = "arn:aws:iam::123456789012:role/sample" };
        return document;
    }
}

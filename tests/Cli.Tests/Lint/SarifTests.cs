using System.Text.Json.Nodes;
using DirectRoute.Cli.Output;

namespace DirectRoute.Cli.Tests.Lint;

public sealed class SarifTests
{
    /// <summary>What SARIF 2.1.0 and GitHub's code scanning ask of a log.</summary>
    [Fact]
    public async Task Lint_Sarif_HoldsTheRulesOfTheFormat()
    {
        var folder = GoldenFolder.PathOf("Lint", "Cases", "mistakes");

        var result = await Direct.RunAsync(folder, ["lint", "-f", "input", "-o", "sarif"]);

        var log = JsonNode.Parse(result.Output)!;
        Assert.Equal("2.1.0", (string?)log["version"]);
        Assert.StartsWith("https://", (string?)log["$schema"], StringComparison.Ordinal);
        var run = Assert.Single(log["runs"]!.AsArray())!;
        Assert.Equal("direct", (string?)run["tool"]!["driver"]!["name"]);
        var rules = run["tool"]!["driver"]!["rules"]!.AsArray().Select(r => (string?)r!["id"]).ToList();
        Assert.Equal(rules.Distinct(), rules);
        var results = run["results"]!.AsArray();
        Assert.NotEmpty(results);
        Assert.All(results, r => CheckResult(r!, rules));
    }

    private static void CheckResult(JsonNode result, List<string?> rules)
    {
        Assert.Equal((string?)result["ruleId"], rules[(int)result["ruleIndex"]!]);
        Assert.Contains((string?)result["level"], (string[])["error", "warning", "note", "none"]);
        Assert.NotEqual("", (string?)result["message"]!["text"]);
        var physical = Assert.Single(result["locations"]!.AsArray())!["physicalLocation"]!;
        Assert.True(Uri.TryCreate((string?)physical["artifactLocation"]!["uri"], UriKind.Relative, out _));
        var region = physical["region"]!;
        var (start, end) = (((int)region["startLine"]!, (int)region["startColumn"]!), ((int)region["endLine"]!, (int)region["endColumn"]!));
        Assert.True(start.Item1 >= 1 && start.Item2 >= 1);
        Assert.True(end.CompareTo(start) > 0);
    }

    [Theory]
    [InlineData("a b/c#d.yaml", "/work", "a%20b/c%23d.yaml")]
    [InlineData("./x.yaml", "/work", "x.yaml")]
    [InlineData("/work/x.yaml", "/work", "x.yaml")]
    [InlineData("../x y.yaml", "/work", "file:///x%20y.yaml")]
    [InlineData("/etc/x.yaml", "/work", "file:///etc/x.yaml")]
    public void Of_File_IsRelativeBeneathTheFolder(string file, string folder, string expected) => Assert.Equal(expected, SarifUri.Of(file, folder));
}

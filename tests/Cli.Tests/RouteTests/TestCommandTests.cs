using System.Xml.Linq;
using DirectRoute.Testing;

namespace DirectRoute.Cli.Tests.RouteTests;

public sealed class TestCommandTests
{
    private static readonly string Case = GoldenFolder.PathOf("RouteTests", "Cases", "mixed");

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    [InlineData("junit")]
    public async Task Test_PassingFailingAndUncompiled_SaysWhatWasAgreed(string format)
    {
        var result = await RunAsync("-o", format);

        Assert.Equal(1, result.ExitCode);
        GoldenFolder.Check(Path.Combine(Case, $"test.{format}"), format == "text" ? result.Output + result.Error : result.Output);
    }

    [Fact]
    public async Task Test_JUnit_IsWellFormedAndCounts()
    {
        var result = await RunAsync("-o", "junit");

        var suites = XDocument.Parse(result.Output).Root!;
        Assert.Equal("testsuites", suites.Name.LocalName);
        Assert.All(suites.Elements("testsuite").Prepend(suites), suite =>
        {
            Assert.Equal((int)suite.Attribute("tests")!, suite.Descendants("testcase").Count());
            Assert.Equal((int)suite.Attribute("failures")!, suite.Descendants("failure").Count());
            Assert.Equal((int)suite.Attribute("errors")!, suite.Descendants("error").Count());
        });
        Assert.All(suites.Descendants("testcase"), test => Assert.NotEqual("", (string?)test.Attribute("name")));
    }

    [Theory]
    [InlineData("SENDS the whole", 1, "1 test: 1 passed")]
    [InlineData("shop/send:", 1, "3 tests: 1 passed, 2 failed")]
    [InlineData("nothing like it", 1, "No test's name contains")]
    public async Task Test_Filter_RunsWhatItNames(string filter, int code, string said)
    {
        var result = await RunAsync("--filter", filter);

        Assert.Equal(code, result.ExitCode);
        Assert.Contains(said, result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "", "1 route, no tests")]
    [InlineData(2, "x", "No test's name contains \"x\"")]
    [InlineData(0, "passes", "1 route, 1 test: 1 passed, 0 failed", "  tests: [{name: passes, request: {body: hello}, expect: {backendRequest: {uri: SQS-SendMessage}}}]\n")]
    public async Task Test_SoundInput_EndsWithItsCode(int code, string filter, string said, string tests = "")
    {
        using var folder = new TemporaryFolder();
        var all = await File.ReadAllTextAsync(Path.Combine(Case, "input", "all.yaml"));
        var documents = all.Split("---\n");
        folder.Write("a.yaml", $"{documents[0]}---\n{documents[3]}{tests}");

        var result = await Direct.RunAsync(folder.Path, filter.Length == 0 ? ["test", "-f", "a.yaml"] : ["test", "-f", "a.yaml", "--filter", filter]);

        Assert.Contains(said, result.Error, StringComparison.Ordinal);
        Assert.Equal(code, result.ExitCode);
    }

    private static Task<CommandResult> RunAsync(params string[] arguments) => Direct.RunAsync(Case, ["test", "-f", "input", .. arguments]);
}

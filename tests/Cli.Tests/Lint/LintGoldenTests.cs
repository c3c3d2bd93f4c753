using DirectRoute.Cli.CommandLine;

namespace DirectRoute.Cli.Tests.Lint;

/// <summary>Every folder of Cases is a test: the real program reads it, and says what was agreed.</summary>
public sealed class LintGoldenTests
{
    public static IEnumerable<object[]> Cases => from name in GoldenFolder.CasesOf("Lint") from format in FormatsOf(name) select (object[])[name, format];

    private static IEnumerable<string> FormatsOf(string name) =>
        ((string[])["text", "json", "sarif"]).Where(format => format == "text" || File.Exists(GoldenFolder.PathOf("Lint", "Cases", name, $"lint.{format}")));

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Lint_Case_SaysWhatWasAgreed(string name, string format)
    {
        var folder = GoldenFolder.PathOf("Lint", "Cases", name);

        var result = await Direct.RunAsync(folder, ["lint", "-f", "input", "-R", "--output", format]);

        var said = format == "text" ? $"{result.Output}{result.Error}exit code {result.ExitCode}\n" : result.Output;
        GoldenFolder.Check(Path.Combine(folder, format == "text" ? "lint.txt" : $"lint.{format}"), said.Replace($"\"{CommandHost.Version}\"", "\"VERSION\"", StringComparison.Ordinal));
    }
}

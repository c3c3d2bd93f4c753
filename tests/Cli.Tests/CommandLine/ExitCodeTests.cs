namespace DirectRoute.Cli.Tests.CommandLine;

/// <summary>The exit codes, of the real program.</summary>
public sealed class ExitCodeTests : IDisposable
{
    private const string Api = "apiVersion: directroute.dev/v1alpha1\nkind: DirectApi\nmetadata: {name: a}\nspec: {protocol: REST}\n";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(0, "lint -f good.yaml", "no problems")]
    [InlineData(0, "lint --help", "")]
    [InlineData(0, "--version", "")]
    [InlineData(1, "lint -f bad.yaml", "1 error")]
    [InlineData(0, "lint -f warned.yaml", "1 warning")]
    [InlineData(1, "lint -f warned.yaml --strict", "1 error")]
    [InlineData(2, "lint -f missing.yaml", "no such file")]
    [InlineData(2, "lint -f other.yaml", "no resource of directroute.dev")]
    [InlineData(2, "lint", "Option '--filename' is required")]
    [InlineData(2, "lint -f good.yaml --output xml", "xml")]
    [InlineData(2, "lint -f good.yaml --account-id 12", "twelve digits")]
    [InlineData(2, "lint -f good.yaml --region here", "us-east-1")]
    [InlineData(2, "lint -f good.yaml --partition aws-moon", "aws-cn")]
    [InlineData(2, "lnt", "Did you mean")]
    [InlineData(2, "", "direct --help")]
    public async Task Run_CommandLine_EndsWithItsCode(int code, string arguments, string said)
    {
        folder.Write("good.yaml", Api);
        folder.Write("bad.yaml", Api.Replace("REST", "SOAP", StringComparison.Ordinal));
        folder.Write("warned.yaml", Api + "---\na: 1\n");
        folder.Write("other.yaml", "apiVersion: v1\nkind: ConfigMap\n");

        var result = await Direct.RunAsync(folder.Path, arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(code, result.ExitCode);
        Assert.Contains(said, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lint_StandardInput_IsReadAndNamed()
    {
        var result = await Direct.RunAsync(folder.Path, ["lint", "-f", "-"], Api.Replace("REST", "SOAP", StringComparison.Ordinal));

        Assert.StartsWith("stdin:4:18: error InvalidValue: spec.protocol:", result.Output, StringComparison.Ordinal);
    }
}

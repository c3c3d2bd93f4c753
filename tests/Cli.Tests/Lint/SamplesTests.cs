using DirectRoute.Testing;

namespace DirectRoute.Cli.Tests.Lint;

public sealed class SamplesTests
{
    [Fact]
    public async Task Lint_PublishedSamples_FindsNoError()
    {
        var result = await Direct.RunAsync(Repository.Root, ["lint", "-f", "config/samples", "-R"]);

        Assert.DoesNotContain(": error ", result.Output, StringComparison.Ordinal);
        Assert.Equal(0, result.ExitCode);
    }
}

using DirectRoute.Testing;

namespace DirectRoute.Cli.Tests.Lint;

public sealed class SamplesTests
{
    [Fact]
    public async Task Lint_PublishedSamples_FindsNothing()
    {
        var result = await Direct.RunAsync(Repository.Root, ["lint", "-f", "config/samples", "-R", "--strict"]);

        Assert.Equal("", result.Output);
        Assert.Equal(0, result.ExitCode);
    }
}

using DirectRoute.Testing;

namespace DirectRoute.Cli.Tests.Lint;

public sealed class SamplesTests
{
    [Fact]
    public async Task Lint_PublishedSamples_FindsNothing()
    {
        var result = await Direct.RunAsync(Repository.Root, ["lint", "--strict", "-f", "config/samples", "-R"]);

        Assert.Equal("", result.Output);
        Assert.Equal(0, result.ExitCode);
    }

    [Fact]
    public async Task Test_PublishedSamples_EveryRouteHasTestsThatPass()
    {
        var routes = Directory.GetFiles(Repository.PathOf("config", "samples"), "route*.yaml", SearchOption.AllDirectories).Length;

        var result = await Direct.RunAsync(Repository.Root, ["test", "-f", "config/samples", "-R"]);

        Assert.Contains($"{routes} routes, ", result.Error, StringComparison.Ordinal);
        Assert.Contains(", 0 failed", result.Error, StringComparison.Ordinal);
        Assert.Equal(0, result.ExitCode);
    }
}

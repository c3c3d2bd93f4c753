namespace DirectRoute.Crds.Tests;

/// <summary>What <c>tests/environment/crd-server</c> says to whoever has no such server.</summary>
public sealed class CrdServerScriptTests : IDisposable
{
    private readonly string cache = Directory.CreateTempSubdirectory("directroute").FullName;

    public void Dispose() => Directory.Delete(cache, recursive: true);

    [Fact]
    public async Task Up_NotBuilt_SaysHowToBuildItAndStartsNothing()
    {
        var up = await RunAsync("up");

        Assert.False(up.Succeeded);
        Assert.Contains("run tests/environment/crd-server provide", up.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(cache, "*.pid", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task IsProvided_NotBuilt_Fails()
    {
        var answer = await RunAsync("is-provided");

        Assert.Equal((1, "", ""), (answer.ExitCode, answer.Output, answer.Error));
    }

    [Fact]
    public async Task Run_UnknownCommand_SaysWhichThereAre()
    {
        var answer = await RunAsync("start");

        Assert.False(answer.Succeeded);
        Assert.Contains("usage: crd-server provide|is-provided|up", answer.Error, StringComparison.Ordinal);
    }

    private Task<CommandResult> RunAsync(string command)
    {
        var variables = EnvironmentVariables.OfThisProcess();
        variables["DIRECTROUTE_CACHE"] = cache;
        variables.Remove("DIRECTROUTE_RUN");
        return CommandRunner.RunAsync(Repository.PathOf("tests", "environment", "crd-server"), [command], variables, null, CancellationToken.None);
    }
}

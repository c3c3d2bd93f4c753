namespace DirectRoute.Cli.Tests.Serving;

/// <summary><c>direct local --access-log</c>.</summary>
public sealed class AccessLogTests : IDisposable
{
    private static readonly HttpClient Http = new();
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Run_File_GetsALinePerRequestBehindWhatItHas()
    {
        folder.Write("access.log", "before\n");
        await using var local = await LocalProcess.StartAsync(folder.Path, "--access-log", "access.log");

        await AskAsync(local);

        Assert.Equal(0, await local.StopAsync("TERM"));
        Assert.Equal("before\nGET 200\nGET 200\n", await File.ReadAllTextAsync(Path.Combine(folder.Path, "access.log")));
    }

    [Fact]
    public async Task Run_StandardOutput_HasNothingButTheLog()
    {
        await using var local = await LocalProcess.StartAsync(folder.Path, "--access-log", "-");

        await AskAsync(local);

        await local.NextAsync("request");
        Assert.Equal(0, await local.StopAsync("TERM"));
        Assert.Equal("GET 200\nGET 200\n", await local.RestOfOutputAsync());
    }

    [Theory]
    [InlineData("no/such/folder/access.log")]
    [InlineData(".")]
    public async Task Run_FileThatCannotBeWritten_EndsWithTwo(string file)
    {
        var result = await Direct.RunAsync(folder.Path, ["local", "--port", "0", "--access-log", file]);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains($"--access-log {file}: the file cannot be written: ", result.Error, StringComparison.Ordinal);
        Assert.Empty(result.Output);
    }

    /// <summary>A device that takes nothing is a disk that is full.</summary>
    [Fact]
    public async Task Run_FullDisk_SaysHowManyLinesAreLost()
    {
        await using var local = await LocalProcess.StartAsync(folder.Path, "--access-log", "/dev/full");

        await AskAsync(local);

        Assert.Equal(0, await local.StopAsync("TERM"));
        var problem = await local.NextAsync("problem");
        Assert.Equal("--access-log /dev/full: 2 of the lines could not be written.", problem["message"]!.ToString());
    }

    /// <summary>Two requests to a stage that has an access log.</summary>
    private static async Task AskAsync(LocalProcess local)
    {
        var client = new ControlPlane(local.Address);
        var id = await client.DeployAsync("one");
        await client.CallAsync(HttpMethod.Patch, $"/restapis/{id}/stages/test", """{"patchOperations": [{"op": "replace", "path": "/accessLogSettings/format", "value": "$context.httpMethod $context.status"}]}""");
        for (var i = 0; i < 2; i++) await Http.GetStringAsync(new Uri(local.Address, $"/{id}/test/"));
    }
}

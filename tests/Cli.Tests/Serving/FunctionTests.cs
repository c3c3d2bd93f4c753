namespace DirectRoute.Cli.Tests.Serving;

/// <summary><c>direct local --lambda</c>.</summary>
public sealed class FunctionTests : IDisposable
{
    private static readonly HttpClient Http = new();
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Run_Command_AnswersRoutesAndItsLogIsSaid()
    {
        folder.Write("shop.yaml", Shop.Api("orders") + Shop.Function("orders", "take"));
        folder.Write("take.sh", """
            echo "taking an order" >&2
            cat > event.json
            echo '{"statusCode": 201, "body": "taken"}'
            """);
        await using var local = await LocalProcess.StartAsync(folder.Path, "-f", "shop.yaml", "--lambda", "take=sh take.sh");
        var id = (await local.NextAsync("manifests"))["apis"]![0]!["apiId"]!.ToString();

        using var answer = await Http.PostAsync(new Uri(local.Address, $"/{id}/prod/take"), new StringContent("{}"));

        Assert.Equal((201, "taken"), ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync()));
        // The first event after the manifests: no service is called, so none is missed.
        var said = await local.NextAsync();
        Assert.Equal(("function", "take", "taking an order"), (said["event"]!.ToString(), said["function"]!.ToString(), said["line"]!.ToString()));
        Assert.Contains("\"resource\":\"/take\"", await File.ReadAllTextAsync(Path.Combine(folder.Path, "event.json")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("orders", "--lambda \"orders\" says of no function what runs it: there is no =.")]
    [InlineData("orders=", "nothing stands behind the =")]
    [InlineData("arn:aws:s3:::orders=node", "is not the ARN of a function")]
    [InlineData("orders=node a.js|orders=node b.js", "--lambda orders=node b.js: what runs orders is said twice.")]
    public async Task Run_MistakenFunction_EndsWithTwoAndSaysWhatToDo(string functions, string said)
    {
        var result = await Direct.RunAsync(folder.Path, ["local", "--port", "0", .. functions.Split('|').SelectMany(f => (string[])["--lambda", f])]);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(said, result.Error, StringComparison.Ordinal);
        Assert.Empty(result.Output);
    }
}

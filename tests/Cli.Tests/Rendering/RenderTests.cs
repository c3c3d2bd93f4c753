using System.Text.Json.Nodes;

namespace DirectRoute.Cli.Tests.Rendering;

public sealed class RenderTests
{
    private static readonly string Case = GoldenFolder.PathOf("Rendering", "Cases", "http");

    [Theory]
    [InlineData("text")]
    [InlineData("yaml")]
    [InlineData("json")]
    public async Task Render_HttpApi_ShowsWhatWasAgreed(string format)
    {
        var result = await Direct.RunAsync(Case, ["render", "-f", "input", "-o", format]);

        GoldenFolder.Check(Path.Combine(Case, $"render.{format}"), result.Output);
    }

    [Fact]
    public async Task Render_MistakenRoute_IsLeftOutAndSaid()
    {
        var result = await Direct.RunAsync(Case, ["render", "-f", "input", "--show", "all"]);

        Assert.Equal(1, result.ExitCode);
        Assert.DoesNotContain("/mistaken", result.Output, StringComparison.Ordinal);
        Assert.Contains("error MissingParameter: spec.target.parameters.MessageBody", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Render_OpenApiOfOneApi_IsJustTheDocument()
    {
        var result = await Direct.RunAsync(Case, ["render", "-f", "input", "--show", "openapi", "-o", "json"]);

        var document = JsonNode.Parse(result.Output)!;
        Assert.StartsWith("3.0", (string?)document["openapi"], StringComparison.Ordinal);
        Assert.Equal(["/again", "/send"], document["paths"]!.AsObject().Select(p => p.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Render_ClusterNameAndAccount_AreInNamesAndArns()
    {
        var result = await Direct.RunAsync(Case, ["render", "-f", "input", "--show", "model", "-o", "json", "--cluster-name", "prod-eu", "--account-id", "210987654321"]);

        Assert.Contains("\"directroute.dev/cluster\": \"prod-eu\"", result.Output, StringComparison.Ordinal);
        Assert.Contains("arn:aws:iam::210987654321:role/direct/team-shop-orders-", result.Output, StringComparison.Ordinal);
    }
}

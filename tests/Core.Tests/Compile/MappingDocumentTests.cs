using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using DirectRoute.Core.Compile;
using DirectRoute.Core.Expressions;
using DirectRoute.Core.Manifests;

namespace DirectRoute.Core.Tests.Compile;

/// <summary>What <c>docs/mapping.md</c> shows, as the compiler reads it.</summary>
public sealed partial class MappingDocumentTests
{
    private static readonly JsonSerializerOptions Manifests = new() { PropertyNameCaseInsensitive = true, Converters = { new JsonStringEnumConverter() } };

    private static readonly string Document = File.ReadAllText(RepositoryFolder.PathOf("docs", "mapping.md")).ReplaceLineEndings("\n");

    [GeneratedRegex("```yaml\n(?<text>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Blocks();

    [GeneratedRegex("`(?<text>[^`]+)`")]
    private static partial Regex Code();

    private static string Section(string heading)
    {
        var start = Document.IndexOf($"{heading}\n", StringComparison.Ordinal) + heading.Length;
        var end = Document.IndexOf("\n#", start, StringComparison.Ordinal);
        return Document[start..(end < 0 ? Document.Length : end)];
    }

    /// <summary>What stands as code in the first column of a section's table.</summary>
    private static TheoryData<string> Written(string heading) =>
        [.. Section(heading).Split('\n').Where(l => l.StartsWith("| `", StringComparison.Ordinal)).SelectMany(l => Code().Matches(l.Split(" | ")[0])).Select(m => m.Groups["text"].Value)];

    public static TheoryData<string> Expressions => Written("## Expressions");

    public static TheoryData<string> Bodies => Written("### Responses of your own");

    [Theory]
    [MemberData(nameof(Expressions))]
    public void Expression_OfTheTable_IsRead(string text)
    {
        var (expression, fault) = ExpressionParser.Parse(text);

        Assert.Null(fault);
        Assert.NotNull(expression);
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public void Body_OfTheTable_IsAccepted(string yaml) => AssertAccepted(ApiProtocol.REST, Samples.GetUser(), $"responses: [{{status: 200, body: {yaml}}}]");

    [Fact]
    public void Blocks_OfTheDocument_AreAccepted()
    {
        var blocks = Blocks().Matches(Document).Select(m => m.Groups["text"].Value).ToList();

        Assert.NotEmpty(blocks);
        Assert.All(blocks, b => AssertAccepted(ApiProtocol.REST, Samples.GetUser(), b));
    }

    [Fact]
    public void Response_OfHttpApis_IsAccepted()
    {
        var example = Code().Matches(Section("### HTTP APIs")).Select(m => m.Groups["text"].Value).First(t => t.StartsWith("{status:", StringComparison.Ordinal));

        AssertAccepted(ApiProtocol.HTTP, Samples.SendMessage(), $"responses: [{example}]");
    }

    /// <summary>Compiles a route with the responses of an example.</summary>
    private static void AssertAccepted(ApiProtocol protocol, RouteInput route, string yaml)
    {
        var responses = Assert.Single(YamlManifests.Read(yaml))["responses"].Deserialize<RouteResponse[]>(Manifests)!;

        var compiled = ApiCompiler.Compile(Samples.Api(protocol, route with { Spec = route.Spec with { Responses = responses } }));

        Assert.NotNull(compiled.Routes[0].Model);
        Assert.DoesNotContain(compiled.Routes[0].Diagnostics, d => d.Severity == DiagnosticSeverity.Error);
    }
}

using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using DirectRoute.Core.Catalogue;
using DirectRoute.Core.Compile;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Tests.Compile;

namespace DirectRoute.Core.Tests.Catalogue;

/// <summary>The examples of <c>docs/catalogue.md</c>, as a reader copies them.</summary>
public sealed partial class CatalogueDocumentTests
{
    private static readonly JsonSerializerOptions Manifests = new() { PropertyNameCaseInsensitive = true, Converters = { new JsonStringEnumConverter() } };

    private static readonly string Page = File.ReadAllText(RepositoryFolder.PathOf("docs", "catalogue.md"));

    public static TheoryData<string> Examples => [.. Example().Matches(Page).Select(m => m.Groups["yaml"].Value)];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Example_OfThePage_Compiles(string yaml)
    {
        var spec = Assert.Single(YamlManifests.Read(yaml))["spec"].Deserialize<DirectRouteSpec>(Manifests)!;
        var route = new RouteInput { Namespace = "shop", Name = "example", Uid = "1", CreationTimestamp = DateTimeOffset.UnixEpoch, Spec = spec };
        var protocol = spec.ApiRef.Name == "an-http-api" ? ApiProtocol.HTTP : ApiProtocol.REST;

        var compiled = Assert.Single(ApiCompiler.Compile(Samples.Api(protocol, route)).Routes);

        Assert.DoesNotContain(compiled.Diagnostics, d => d.Severity != DiagnosticSeverity.Warning);
        Assert.NotNull(compiled.Model);
    }

    [Fact]
    public void Page_NamesEveryAction() => Assert.All(ActionCatalogue.All, e => Assert.Contains($"\n### {e.Action}\n", Page, StringComparison.Ordinal));

    [GeneratedRegex(@"```yaml\n(?<yaml>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();
}

using System.Text.Json.Nodes;

namespace DirectRoute.Charts.Tests;

/// <summary>The generated kinds, as users and as both ways to install meet them.</summary>
public sealed class KindsTests
{
    private static readonly string[] Files =
        [.. Directory.GetFiles(Repository.PathOf("crds"), "directroute.dev_*.yaml").Order(StringComparer.Ordinal)];

    private static readonly Manifests Kinds = Manifests.Read(Files);

    [Fact]
    public void Categories_AllKinds_AreNoNameOfAKind()
    {
        // kubectl takes such a word for the category: `kubectl get directroute x` would ask every kind for x, and fail.
        var names = Kinds.All.Select(NamesOf).SelectMany(n => Strings(n["shortNames"]).Append((string)n["singular"]!).Append((string)n["plural"]!));
        var categories = Kinds.All.Select(NamesOf).SelectMany(n => Strings(n["categories"])).Distinct().ToList();

        Assert.Equal(["direct"], categories);
        Assert.DoesNotContain(names, categories.Contains);
    }

    [Fact]
    public void Kustomization_OfTheKinds_NamesEveryFile()
    {
        var kustomization = Manifests.Read(Repository.PathOf("crds", "kustomization.yaml")).All.Single();

        Assert.Equal(4, Files.Length);
        Assert.Equal(Files.Select(Path.GetFileName), Strings(kustomization["resources"]));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Render_Kinds_AreKeptUnlessSaidOtherwise(bool keep)
    {
        var chart = await Chart.RenderAsync(Chart.Values(v => v["crds"] = new JsonObject { ["keep"] = keep }));

        var rendered = chart.OfKind("CustomResourceDefinition").ToList();
        Assert.Equal(Kinds.All.Select(Manifests.NameOf).Order(StringComparer.Ordinal), rendered.Select(Manifests.NameOf).Order(StringComparer.Ordinal));
        Assert.All(rendered, kind =>
        {
            Assert.Equal(keep ? "keep" : null, (string?)kind["metadata"]!["annotations"]?["helm.sh/resource-policy"]);
            Assert.True(JsonNode.DeepEquals(Kinds.Single("CustomResourceDefinition", Manifests.NameOf(kind))["spec"], kind["spec"]));
        });
    }

    private static JsonNode NamesOf(JsonObject kind) => kind["spec"]!["names"]!;

    private static IEnumerable<string> Strings(JsonNode? list) => list!.AsArray().Select(v => (string)v!);
}

using DirectRoute.Kubernetes.Client;
using DirectRoute.Kubernetes.CustomResourceDefinitions;
using DirectRoute.Kubernetes.Tests.Client;
using DirectRoute.Testing;

namespace DirectRoute.Kubernetes.Tests.CustomResourceDefinitions;

public sealed class CrdGeneratorTests(ApiServer server) : IClassFixture<ApiServer>
{
    [Fact]
    public void Generate_EveryFeature_IsTheGoldenFile() =>
        Assert.Equal(File.ReadAllText(Path.Combine(Folder(), "widgets.golden.yaml")), CrdGenerator.Generate(typeof(Widget)));

    [Fact]
    public async Task Generate_EveryFeature_ApiServerAccepts()
    {
        var crd = CustomResourceDefinition.From(CrdGenerator.Generate(typeof(Widget)));

        var answer = await server.Client.CreateAsync(crd, WriteOptions.Default with { DryRun = true }, default);

        Assert.Equal("widgets", answer.Spec["names"]!["plural"]!.GetValue<string>());
    }

    [Fact]
    public void GenerateAll_SecondRun_WritesTheSameAndRemovesWhatIsNoMore()
    {
        var folder = Directory.CreateTempSubdirectory("crds-");
        try
        {
            var stale = Path.Combine(folder.FullName, "old.directroute.dev_olds.yaml");
            var foreign = Path.Combine(folder.FullName, "kustomization.yaml");
            File.WriteAllText(stale, "# Generated from Old; do not edit.\n");
            File.WriteAllText(foreign, "resources: []\n");

            var files = CrdGenerator.GenerateAll([typeof(Widget), typeof(Gadget)], folder.FullName);
            var texts = files.Select(File.ReadAllText).ToList();
            var again = CrdGenerator.GenerateAll([typeof(Gadget), typeof(Widget)], folder.FullName);

            Assert.Equal(["golden.directroute.dev_widgets.yaml", "tests.directroute.dev_gadgets.yaml"], files.Select(Path.GetFileName));
            Assert.Equal(files, again);
            Assert.Equal(texts, again.Select(File.ReadAllText));
            Assert.False(File.Exists(stale));
            Assert.True(File.Exists(foreign));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void GenerateAll_OneTypeIsWrong_TouchesNoFile()
    {
        var folder = Directory.CreateTempSubdirectory("crds-");
        try
        {
            Assert.Throws<CrdGenerationException>(() => CrdGenerator.GenerateAll([typeof(Widget), typeof(Widget)], folder.FullName));

            Assert.Empty(folder.GetFiles());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Folder() => Repository.PathOf("tests", "Kubernetes.Tests", "CustomResourceDefinitions");
}

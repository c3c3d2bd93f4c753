using System.Text.Json.Nodes;

namespace DirectRoute.Charts.Tests;

public sealed class ChartValuesTests
{
    [Theory]
    [InlineData("""{}""", "clusterName")]
    [InlineData("""{"clusterName": ""}""", "clusterName")]
    [InlineData("""{"clusterName": "with space"}""", "clusterName")]
    [InlineData("""{"clusterName": "c", "replica": 2}""", "replica")]
    [InlineData("""{"clusterName": "c", "replicas": "two"}""", "replicas")]
    [InlineData("""{"clusterName": "c", "workers": 0}""", "workers")]
    [InlineData("""{"clusterName": "c", "log": {"level": "Loud"}}""", "level")]
    [InlineData("""{"clusterName": "c", "image": {"digest": "latest"}}""", "digest")]
    [InlineData("""{"clusterName": "c", "serviceAccount": {"create": false}}""", "serviceAccount")]
    [InlineData("""{"clusterName": "c", "metrics": {"service": false, "serviceMonitor": {"enabled": true}}}""", "metrics.service")]
    public async Task Render_ValueIsWrong_FailsNamingIt(string values, string named)
    {
        var result = await Chart.TryRenderAsync(JsonNode.Parse(values)!.AsObject());

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains(named, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Render_ClusterNameOf63Characters_IsTheLongest()
    {
        Assert.Equal(0, (await Chart.TryRenderAsync(Chart.Values(v => v["clusterName"] = new string('c', 63)))).ExitCode);
        Assert.NotEqual(0, (await Chart.TryRenderAsync(Chart.Values(v => v["clusterName"] = new string('c', 64)))).ExitCode);
    }

    [Fact]
    public async Task Render_RoleOfIrsa_IsOnTheServiceAccount()
    {
        const string role = "arn:aws:iam::123456789012:role/direct-operator";
        var chart = await Chart.RenderAsync(Chart.Values(v =>
            v["serviceAccount"] = new JsonObject { ["annotations"] = new JsonObject { ["eks.amazonaws.com/role-arn"] = role } }));

        Assert.Equal(role, (string?)chart.Single("ServiceAccount")["metadata"]!["annotations"]!["eks.amazonaws.com/role-arn"]);
    }

    [Fact]
    public async Task Render_ServiceAccountOfSomebodyElse_IsUsedAndNotMade()
    {
        var chart = await Chart.RenderAsync(Chart.Values(v =>
            v["serviceAccount"] = new JsonObject { ["create"] = false, ["name"] = "theirs" }));

        Assert.Empty(chart.OfKind("ServiceAccount"));
        Assert.Equal("theirs", (string?)PodOf(chart)["serviceAccountName"]);
        Assert.All(chart.OfKind("RoleBinding").Concat(chart.OfKind("ClusterRoleBinding")),
            binding => Assert.Equal("theirs", (string?)binding["subjects"]![0]!["name"]));
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 1)]
    public async Task Render_Replicas_OnlySeveralHaveADisruptionBudget(int replicas, int budgets)
    {
        var chart = await Chart.RenderAsync(Chart.Values(v => v["replicas"] = replicas));

        Assert.Equal(budgets, chart.OfKind("PodDisruptionBudget").Count());
    }

    [Fact]
    public async Task Render_Digest_OutranksTheTag()
    {
        var digest = "sha256:" + new string('a', 64);
        var chart = await Chart.RenderAsync(Chart.Values(v =>
            v["image"] = new JsonObject { ["repository"] = "registry.example/op", ["tag"] = "1.2.3", ["digest"] = digest }));

        Assert.Equal($"registry.example/op@{digest}", (string?)PodOf(chart)["containers"]![0]!["image"]);
    }

    [Fact]
    public async Task Render_AnotherReleaseName_SharesNoNameWithTheFirst()
    {
        var first = await Chart.RenderAsync(Chart.Values(v => v["crds"] = new JsonObject { ["install"] = false }));
        var second = await Chart.RenderAsync(Chart.Values(v => v["crds"] = new JsonObject { ["install"] = false }), "blue", "blue-system");

        Assert.Empty(first.All.Select(Manifests.NameOf).Intersect(second.All.Select(Manifests.NameOf)));
    }

    [Fact]
    public async Task Render_EverythingNamespaced_IsInTheReleaseNamespace()
    {
        var chart = await Chart.RenderAsync(Chart.Values(v => v["replicas"] = 2), "blue", "blue-system");

        string[] clusterScoped = ["ClusterRole", "ClusterRoleBinding", "CustomResourceDefinition"];
        Assert.All(chart.All.Where(o => !clusterScoped.Contains((string?)o["kind"])),
            o => Assert.Equal("blue-system", (string?)o["metadata"]!["namespace"]));
    }

    private static JsonNode PodOf(Manifests chart) => chart.Single("Deployment")["spec"]!["template"]!["spec"]!;
}

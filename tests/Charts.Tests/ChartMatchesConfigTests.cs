using System.Text.Json.Nodes;

namespace DirectRoute.Charts.Tests;

/// <summary>The two ways to install are one: what the chart makes by default is what config/ holds.</summary>
public sealed class ChartMatchesConfigTests
{
    private static readonly Manifests Config = Manifests.Read(
        Repository.PathOf("config", "rbac", "operator.yaml"), Repository.PathOf("config", "rbac", "users.yaml"),
        Repository.PathOf("config", "rbac", "service-account.yaml"),
        Repository.PathOf("config", "manager", "deployment.yaml"), Repository.PathOf("config", "manager", "service.yaml"));

    [Theory]
    [InlineData("ClusterRole", 4)]
    [InlineData("ClusterRoleBinding", 1)]
    [InlineData("Role", 1)]
    [InlineData("RoleBinding", 1)]
    [InlineData("ServiceAccount", 1)]
    [InlineData("Service", 1)]
    public async Task Render_Default_HasTheSameObjectsAsConfig(string kind, int count)
    {
        var chart = await Chart.RenderAsync(Chart.Values());

        var rendered = chart.OfKind(kind).Select(Comparable).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(count, rendered.Count);
        Assert.Equal(Config.OfKind(kind).Select(Comparable).Order(StringComparer.Ordinal), rendered);
    }

    [Fact]
    public async Task Render_Default_HasTheSamePodAsConfig()
    {
        var chart = (await Chart.RenderAsync(Chart.Values())).Single("Deployment");

        var (fromConfig, fromChart) = (PodOf(Config.Single("Deployment")), PodOf(chart));
        Assert.Equal(EnvironmentOfConfig(), Environment(fromChart));
        RemoveKnownDifferences(fromConfig);
        RemoveKnownDifferences(fromChart);
        Assert.Equal(Canonical(fromConfig), Canonical(fromChart));
    }

    // The names of the variables, wherever they come from; the cluster's name is the user's to set in both.
    private static List<string> EnvironmentOfConfig()
    {
        var kustomization = Manifests.Read(Repository.PathOf("config", "manager", "kustomization.yaml")).All.Single();
        var literals = kustomization["configMapGenerator"]![0]!["literals"]!.AsArray().Select(l => (string)l!);
        return [.. literals.Append("DIRECTROUTE_NAMESPACE=metadata.namespace").Select(WithoutClusterName).Order(StringComparer.Ordinal)];
    }

    private static List<string> Environment(JsonObject pod) =>
    [
        .. pod["containers"]![0]!["env"]!.AsArray()
            .Select(e => $"{e!["name"]}={e["value"] ?? e["valueFrom"]!["fieldRef"]!["fieldPath"]}").Select(WithoutClusterName).Order(StringComparer.Ordinal),
    ];

    private static string WithoutClusterName(string variable) =>
        variable.StartsWith("DIRECTROUTE_CLUSTER_NAME=", StringComparison.Ordinal) ? "DIRECTROUTE_CLUSTER_NAME=" : variable;

    private static void RemoveKnownDifferences(JsonObject pod)
    {
        var container = pod["containers"]![0]!.AsObject();
        container.Remove("env");
        container.Remove("envFrom");
        container["image"] = ((string)container["image"]!).Split(':')[0];
        pod["topologySpreadConstraints"]![0]!["labelSelector"]!["matchLabels"]!.AsObject().Remove("app.kubernetes.io/instance");
    }

    private static JsonObject PodOf(JsonObject deployment) => deployment["spec"]!["template"]!["spec"]!.DeepClone().AsObject();

    private static string Comparable(JsonObject manifest)
    {
        var copy = manifest.DeepClone().AsObject();
        var labels = copy["metadata"]!["labels"]!.AsObject();
        foreach (var label in labels.Select(l => l.Key).Where(key => !key.StartsWith("rbac.", StringComparison.Ordinal)).ToList())
            labels.Remove(label);
        (copy["spec"]?["selector"] as JsonObject)?.Remove("app.kubernetes.io/instance");
        return Canonical(copy);
    }

    // Keys in order, so that equal objects are equal texts.
    private static string Canonical(JsonNode? node) => node switch
    {
        JsonObject o => $"{{{string.Join(',', o.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}:{Canonical(p.Value)}"))}}}",
        JsonArray a => $"[{string.Join(',', a.Select(Canonical))}]",
        null => "null",
        _ => node.ToJsonString(),
    };
}

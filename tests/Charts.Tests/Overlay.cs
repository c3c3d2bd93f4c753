using System.Globalization;

namespace DirectRoute.Charts.Tests;

/// <summary>What a user's overlay on <c>config/</c> makes: in a namespace of its own, with names of its own, so that tests do not meet.</summary>
internal sealed class Overlay : IDisposable
{
    private readonly string directory = Directory.CreateDirectory(Repository.PathOf("artifacts", "overlays", Guid.NewGuid().ToString("N"))).FullName;

    public string Prefix { get; } = TestEnvironment.NewName("t") + "-";

    public string Namespace => Prefix + "system";

    /// <summary>The objects that kustomize makes.</summary>
    public async Task<Manifests> BuildAsync(TestEnvironment environment)
    {
        await File.WriteAllTextAsync(Path.Combine(directory, "kustomization.yaml"), string.Create(CultureInfo.InvariantCulture, $"""
            apiVersion: kustomize.config.k8s.io/v1beta1
            kind: Kustomization
            namespace: {Namespace}
            namePrefix: {Prefix}
            resources: [{Path.GetRelativePath(directory, Repository.PathOf("config"))}]
            configMapGenerator:
              - name: direct-operator-settings
                namespace: directroute-system
                behavior: merge
                literals: [DIRECTROUTE_CLUSTER_NAME=test]
            """));
        var result = await environment.KubectlAsync("kustomize", directory);
        return Manifests.Parse(result.EnsureSuccess().Output);
    }

    public void Dispose() => Directory.Delete(directory, recursive: true);
}

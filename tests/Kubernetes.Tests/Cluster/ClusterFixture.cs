using DirectRoute.Kubernetes.Client;
using DirectRoute.Kubernetes.Configuration;
using DirectRoute.Kubernetes.Entities;
using DirectRoute.Kubernetes.Tests.Fakes;
using DirectRoute.Testing;

namespace DirectRoute.Kubernetes.Tests.Cluster;

/// <summary>The shared real API server, with the kind Widget and a namespace for the tests of one class.</summary>
public sealed class ClusterFixture : IAsyncLifetime
{
    /// <summary>A schema that accepts what the type does not, as that of an older or a newer release would.</summary>
    private const string Crd = """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: widgets.runtime.directroute.dev}
        spec:
          group: runtime.directroute.dev
          scope: Namespaced
          names: {kind: Widget, plural: widgets, singular: widget}
          versions:
          - name: v1
            served: true
            storage: true
            subresources: {status: {}}
            schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}
        """;

    private readonly List<IDisposable> clients = [];
    private NamespaceScope? scope;

    internal TestEnvironment Environment { get; private set; } = null!;

    internal KubernetesClient Client { get; private set; } = null!;

    internal string Namespace => scope!.Name;

    internal static async Task InstallKindAsync(TestEnvironment environment)
    {
        // Whoever else installs it at the same time makes the first attempt fail, and the second find it there.
        if (await environment.ApplyAsync(Crd) is { Succeeded: false }) (await environment.ApplyAsync(Crd)).EnsureSuccess();
        (await environment.KubectlAsync("wait", "--for=condition=Established", "crd/widgets.runtime.directroute.dev")).EnsureSuccess();
    }

    internal static KubernetesClient Connect(string kubeconfig) => new(KubernetesClientConfiguration.FromKubeconfig(kubeconfig), FakeKinds.Default);

    public async Task InitializeAsync()
    {
        Environment = await TestEnvironment.SharedAsync();
        await InstallKindAsync(Environment);
        scope = await Environment.NewNamespaceAsync("runtime");
        Client = Connect(Environment.KubeconfigPath);
        clients.Add(Client);
    }

    public async Task DisposeAsync()
    {
        foreach (var client in clients) client.Dispose();
        if (scope is not null) await scope.DisposeAsync();
    }

    internal ObjectKey Key(string name) => new(Namespace, name);

    internal Task<Widget> CreateAsync(string name, int size = 1, params string[] finalizers) =>
        Client.CreateAsync(Widgets.New(name, size, ns: Namespace, finalizers: finalizers), WriteOptions.Default, default);

    internal Task<Widget> PatchAsync(string name, string patch) =>
        Client.PatchAsync<Widget>(Key(name), Patch.Merge(System.Text.Encoding.UTF8.GetBytes(patch)), WriteOptions.Default, default);
}

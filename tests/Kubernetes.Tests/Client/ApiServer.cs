using DirectRoute.Kubernetes.Client;
using DirectRoute.Kubernetes.Configuration;
using DirectRoute.Kubernetes.Entities;

namespace DirectRoute.Kubernetes.Tests.Client;

/// <summary>A namespace of the real API server for one class of tests, gone with it.</summary>
public sealed class ApiServer : IAsyncLifetime
{
    public string Kubeconfig { get; } = Environment.GetEnvironmentVariable("DIRECTROUTE_TEST_KUBECONFIG")
        ?? throw new InvalidOperationException("""DIRECTROUTE_TEST_KUBECONFIG is not set: run eval "$(tests/environment/up)" first.""");

    public string Namespace { get; } = $"kube-{Guid.NewGuid():N}";

    public KubernetesClientConfiguration Configuration => KubernetesClientConfiguration.FromKubeconfig(Kubeconfig);

    public KubernetesClient Client { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Client = new KubernetesClient(Configuration, TestKinds.Default);
        await Client.CreateAsync(new V1Namespace { Metadata = new() { Name = Namespace } }, WriteOptions.Default, default);
    }

    public async Task DisposeAsync()
    {
        await Client.DeleteAsync<V1Namespace>(new(null, Namespace), DeleteOptions.Default, default);
        Client.Dispose();
    }
}

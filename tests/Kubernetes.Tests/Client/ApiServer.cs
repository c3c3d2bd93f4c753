using DirectRoute.Kubernetes.Client;
using DirectRoute.Kubernetes.Configuration;
using DirectRoute.Kubernetes.CustomResourceDefinitions;
using DirectRoute.Kubernetes.Entities;
using DirectRoute.Kubernetes.Tests.CustomResourceDefinitions;
using DirectRoute.Testing;

namespace DirectRoute.Kubernetes.Tests.Client;

/// <summary>A namespace of the real API server for one class of tests, gone with it, and the kind <see cref="Gadget"/>.</summary>
public sealed class ApiServer : IAsyncLifetime
{
    public TestEnvironment Environment { get; private set; } = null!;

    public string Namespace { get; } = TestEnvironment.NewName("kube");

    public KubernetesClientConfiguration Configuration => KubernetesClientConfiguration.FromKubeconfig(Environment.KubeconfigPath);

    public KubernetesClient Client { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Environment = await TestEnvironment.SharedAsync();
        Client = new KubernetesClient(Configuration, TestKinds.Default);
        await Client.CreateAsync(new V1Namespace { Metadata = new() { Name = Namespace } }, WriteOptions.Default, default);
        await DefineAsync(Client, typeof(Gadget));
    }

    public async Task DisposeAsync()
    {
        await Client.DeleteAsync<V1Namespace>(new(null, Namespace), DeleteOptions.Default, default);
        Client.Dispose();
    }

    /// <summary>Makes the API server serve a kind. The definition stays: other runs on the same server may use it.</summary>
    public static async Task DefineAsync(KubernetesClient client, Type kind)
    {
        var crd = CustomResourceDefinition.From(CrdGenerator.Generate(kind));
        try
        {
            await client.CreateAsync(crd, WriteOptions.Default, default);
        }
        catch (KubernetesException e) when (e.Reason == "AlreadyExists")
        {
        }
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while ((await client.GetAsync<CustomResourceDefinition>(ObjectKey.Of(crd), deadline.Token))?.IsEstablished != true)
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, deadline.Token);
    }
}

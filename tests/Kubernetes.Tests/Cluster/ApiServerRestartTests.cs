using DirectRoute.Kubernetes.Tests.Fakes;
using DirectRoute.Testing;

namespace DirectRoute.Kubernetes.Tests.Cluster;

/// <summary>What needs an API server that the test may restart and an etcd that it may compact.</summary>
public sealed class ApiServerRestartTests : IDisposable
{
    private readonly TestRuntime runtime = new();

    public void Dispose() => runtime.Dispose();

    [Fact]
    public async Task Informer_HistoryCompactedAndServerRestarted_ListsAnewAndTellsTheDeletion()
    {
        await using var environment = await TestEnvironment.PrivateAsync();
        await ClusterFixture.InstallKindAsync(environment);
        await using var ns = await environment.NewNamespaceAsync("compact");
        (await ns.ApplyAsync(InformerClusterTests.Manifest("gone", 1))).EnsureSuccess();
        (await ns.ApplyAsync(InformerClusterTests.Manifest("stays", 1))).EnsureSuccess();
        await using var proxied = await environment.ProxyApiServerAsync();
        using var client = ClusterFixture.Connect(proxied.KubeconfigPath);
        await using var follower = await Follower.StartAsync(client, ns.Name, runtime);
        Assert.Equal(["+gone:1", "+stays:1"], follower.Initial);

        await proxied.Proxy.RefuseConnectionsAsync();
        (await ns.KubectlAsync("delete", "widget", "gone")).EnsureSuccess();
        (await ns.ApplyAsync(InformerClusterTests.Manifest("new", 1))).EnsureSuccess();
        await CompactAsync(environment);
        await environment.RestartApiServerAsync();
        await proxied.Proxy.AcceptConnectionsAsync();

        await follower.ToldAsync("-gone:1", "+new:1");
        Assert.True(runtime.CountOf("informer.failures", "reason=Expired") > 0, "The server did not say that the version expired: the test tests nothing.");
    }

    private static async Task CompactAsync(TestEnvironment environment)
    {
        var etcdctl = Path.Combine(environment.BinPath, "etcdctl");
        var endpoints = $"--endpoints={environment.EtcdUrl!.GetLeftPart(UriPartial.Authority)}";
        var status = (await environment.RunAsync("/usr/bin/env", "ETCDCTL_API=3", etcdctl, endpoints, "endpoint", "status", "--write-out=json")).EnsureSuccess().Output;
        using var json = System.Text.Json.JsonDocument.Parse(status);
        var revision = json.RootElement[0].GetProperty("Status").GetProperty("header").GetProperty("revision").GetRawText();
        (await environment.RunAsync("/usr/bin/env", "ETCDCTL_API=3", etcdctl, endpoints, "compact", revision)).EnsureSuccess();
    }
}

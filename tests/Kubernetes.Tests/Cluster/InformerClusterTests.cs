using DirectRoute.Kubernetes.Client;
using DirectRoute.Kubernetes.Tests.Fakes;
using DirectRoute.Testing;

namespace DirectRoute.Kubernetes.Tests.Cluster;

public sealed class InformerClusterTests(ClusterFixture cluster) : IClassFixture<ClusterFixture>, IDisposable
{
    private readonly TestRuntime runtime = new();

    public void Dispose() => runtime.Dispose();

    [Fact]
    public async Task Informer_ServerOutOfReach_CatchesUpWithChangesDeletesAndRecreations()
    {
        await using var ns = await cluster.Environment.NewNamespaceAsync("outage");
        await ApplyAsync(ns, "changed", 1);
        await ApplyAsync(ns, "gone", 1);
        await ApplyAsync(ns, "recreated", 1);
        await using var proxied = await cluster.Environment.ProxyApiServerAsync();
        using var client = ClusterFixture.Connect(proxied.KubeconfigPath);
        await using var follower = await Follower.StartAsync(client, ns.Name, runtime);
        Assert.Equal(["+changed:1", "+gone:1", "+recreated:1"], follower.Initial);
        await Wait.UntilAsync(() => proxied.Proxy.Requests.Any(r => r.Query.Contains("watch=true", StringComparison.Ordinal)));

        await proxied.Proxy.RefuseConnectionsAsync();
        await Wait.UntilAsync(() => runtime.CountOf("informer.failures") > 1);
        await ApplyAsync(ns, "changed", 2);
        await DeleteAsync(ns, "gone");
        await DeleteAsync(ns, "recreated");
        await ApplyAsync(ns, "recreated", 7);
        await proxied.Proxy.AcceptConnectionsAsync();

        await follower.ToldAsync("~changed:1>2", "-gone:1", "-recreated:1", "+recreated:7");
        Assert.Single(proxied.Proxy.Requests, r => !r.Query.Contains("watch=true", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Informer_WatchBreaksOff_ResumesAndMissesNothing()
    {
        await using var ns = await cluster.Environment.NewNamespaceAsync("hang");
        await using var proxied = await cluster.Environment.ProxyApiServerAsync();
        using var client = ClusterFixture.Connect(proxied.KubeconfigPath);
        // The first watch is cut after its headers: the next one resumes from the list's version.
        proxied.Proxy.Inject(new Fault.CutAfter(0), times: 1, match: r => r.Query.Contains("watch=true", StringComparison.Ordinal));
        await using var follower = await Follower.StartAsync(client, ns.Name, runtime);

        await ApplyAsync(ns, "a", 1);

        await follower.ToldAsync("+a:1");
    }

    [Fact]
    public async Task Informer_ObjectDoesNotFitItsType_OthersGoOn()
    {
        await using var ns = await cluster.Environment.NewNamespaceAsync("bad");
        await ApplyAsync(ns, "bad", 1);
        await using var follower = await Follower.StartAsync(cluster.Client, ns.Name, runtime);

        (await ns.KubectlAsync("patch", "widget", "bad", "--type=merge", "-p", """{"spec":{"size":"large"}}""")).EnsureSuccess();
        await follower.ToldAsync("!bad:1");
        await ApplyAsync(ns, "good", 1);
        await follower.ToldAsync("!bad:1", "+good:1");

        Assert.Equal(1, follower.Informer.Store.Get(new(ns.Name, "bad"))!.Spec.Size);
        await DeleteAsync(ns, "bad");
        await follower.ToldAsync("!bad:1", "+good:1", "-bad:1");
    }

    [Fact]
    public async Task Informer_MoreObjectsThanAPage_ListsThemAll()
    {
        await using var ns = await cluster.Environment.NewNamespaceAsync("pages");
        var manifests = Enumerable.Range(0, 620).Select(i => Manifest($"w{i:000}", i));
        (await ns.ApplyAsync(string.Join("\n---\n", manifests))).EnsureSuccess();

        await using var follower = await Follower.StartAsync(cluster.Client, ns.Name, runtime);

        Assert.Equal(620, follower.Informer.Store.Snapshot.Count);
        var newest = await cluster.Client.ListAsync<Widget>(new ListOptions { Namespace = ns.Name, Limit = 500 }, default);
        Assert.NotNull(newest.Continue);
    }

    internal static string Manifest(string name, int size) => $$"""
        apiVersion: runtime.directroute.dev/v1
        kind: Widget
        metadata: {name: {{name}}}
        spec: {size: {{size}}}
        """;

    private static async Task ApplyAsync(NamespaceScope ns, string name, int size) => (await ns.ApplyAsync(Manifest(name, size))).EnsureSuccess();

    private static async Task DeleteAsync(NamespaceScope ns, string name) => (await ns.KubectlAsync("delete", "widget", name)).EnsureSuccess();
}

using DirectRoute.Kubernetes.Client;
using DirectRoute.Kubernetes.Leases;
using DirectRoute.Kubernetes.Tests.Fakes;

namespace DirectRoute.Kubernetes.Tests.Cluster;

public sealed class LeaderElectorClusterTests(ClusterFixture cluster) : IClassFixture<ClusterFixture>, IDisposable
{
    private readonly TestRuntime runtime = new();

    public void Dispose() => runtime.Dispose();

    [Fact]
    public async Task RunAsync_LeaderStops_SecondTakesOverAtOnce()
    {
        using var stopA = new CancellationTokenSource();
        using var stopB = new CancellationTokenSource();
        var a = New(cluster.Client, "released", "a");
        var b = New(cluster.Client, "released", "b");
        var runA = RunAsync(a, stopA.Token);
        await Wait.UntilAsync(() => a.IsLeader);
        var runB = RunAsync(b, stopB.Token);
        await Wait.UntilAsync(() => b.Leader == "a");

        await stopA.CancelAsync();
        await runA.Within();
        await Wait.UntilAsync(() => b.IsLeader);

        var lease = (await cluster.Environment.KubectlAsync(
            "-n", cluster.Namespace, "get", "lease", "released", "-o", "jsonpath={.spec.holderIdentity} {.spec.leaseTransitions} {.spec.leaseDurationSeconds}")).EnsureSuccess().Output;
        Assert.Equal("b 1 3", lease);
        await stopB.CancelAsync();
        await runB.Within();
    }

    [Fact]
    public async Task RunAsync_LeaderCutOff_StopsBeforeTheSecondLeads()
    {
        await using var proxied = await cluster.Environment.ProxyApiServerAsync();
        using var cutOff = ClusterFixture.Connect(proxied.KubeconfigPath);
        using var stop = new CancellationTokenSource();
        var a = New(cutOff, "cut", "a");
        var b = New(cluster.Client, "cut", "b");
        var runA = RunAsync(a, stop.Token);
        await Wait.UntilAsync(() => a.IsLeader);
        var runB = RunAsync(b, stop.Token);
        await Wait.UntilAsync(() => b.Leader == "a");

        await proxied.Proxy.RefuseConnectionsAsync();
        await Wait.UntilAsync(() =>
        {
            Assert.False(b.IsLeader && a.IsLeader, "Both lead.");
            return b.IsLeader;
        });

        await stop.CancelAsync();
        await Task.WhenAll(runA, runB).Within();
    }

    private static Task RunAsync(LeaderElector elector, CancellationToken stop) => elector.RunAsync(
        async lost =>
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(lost, stop);
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, either.Token);
        },
        stop);

    private LeaderElector New(IKubernetesClient client, string lease, string identity)
    {
        var options = new LeaderElectionOptions
        {
            Lease = cluster.Key(lease),
            Identity = identity,
            LeaseDuration = TimeSpan.FromSeconds(3),
            RenewDeadline = TimeSpan.FromSeconds(2),
            RenewPeriod = TimeSpan.FromMilliseconds(500),
            RetryPeriod = TimeSpan.FromMilliseconds(200),
        };
        return new LeaderElector(client, options, runtime.Services with { Time = TimeProvider.System });
    }
}

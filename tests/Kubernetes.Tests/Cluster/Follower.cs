using System.Collections.Concurrent;
using System.Globalization;
using DirectRoute.Kubernetes.Client;
using DirectRoute.Kubernetes.Informers;
using DirectRoute.Kubernetes.Runtime;
using DirectRoute.Kubernetes.Tests.Fakes;

namespace DirectRoute.Kubernetes.Tests.Cluster;

/// <summary>A running informer on the real clock, and what it told.</summary>
internal sealed class Follower : IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentQueue<string> initial = new();
    private readonly ConcurrentQueue<string> told = new();
    private readonly Task running;

    private Follower(IKubernetesClient client, string ns, TestRuntime runtime)
    {
        var options = InformerOptions.Default with { Namespace = ns, Backoff = new Backoff { Initial = TimeSpan.FromMilliseconds(50), Maximum = TimeSpan.FromMilliseconds(500) } };
        Informer = new Informer<Widget>(client, options, runtime.Services with { Time = TimeProvider.System });
        Informer.Subscribe(e => (e.IsInitial ? initial : told).Enqueue(Text(e)));
        running = Task.Run(() => Informer.RunAsync(stop.Token));
    }

    public Informer<Widget> Informer { get; }

    /// <summary>What was there at first, by name: a list from the server's cache has no order.</summary>
    public IEnumerable<string> Initial => initial.Order(StringComparer.Ordinal);

    public static async Task<Follower> StartAsync(IKubernetesClient client, string ns, TestRuntime runtime)
    {
        var follower = new Follower(client, ns, runtime);
        await follower.Informer.WaitForSyncAsync(default).Within();
        return follower;
    }

    public async Task ToldAsync(params string[] expected)
    {
        await Wait.UntilAsync(() => told.Count >= expected.Length || told.Contains(expected[^1]), string.Join(' ', expected));
        Assert.Equal(expected, told);
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await running.Within();
        stop.Dispose();
    }

    private static string Text(InformerEvent<Widget> change) => change switch
    {
        InformerEvent<Widget>.Added(var w) => $"+{w.Metadata.Name}:{w.Spec.Size}",
        InformerEvent<Widget>.Updated(var old, var w) => $"~{w.Metadata.Name}:{old.Spec.Size}>{w.Spec.Size}",
        InformerEvent<Widget>.Deleted(var w) => $"-{w.Metadata.Name}:{w.Spec.Size}",
        InformerEvent<Widget>.Undecodable(var bad, var last) => $"!{bad.Key.Name}:{last?.Spec.Size.ToString(CultureInfo.InvariantCulture) ?? "none"}",
        _ => "?",
    };
}

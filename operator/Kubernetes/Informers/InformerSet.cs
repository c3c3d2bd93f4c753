using System.Collections.Immutable;
using DirectRoute.Kubernetes.Client;
using DirectRoute.Kubernetes.Entities;
using DirectRoute.Kubernetes.Runtime;
using Microsoft.Extensions.Hosting;

namespace DirectRoute.Kubernetes.Informers;

/// <summary>The informers of a process, run as one hosted service. All must be added before it starts.</summary>
public sealed class InformerSet(IKubernetesClient client, RuntimeServices services) : BackgroundService
{
    private ImmutableArray<IInformer> informers = [];
    private bool isStarted;

    /// <summary>All informers, for health checks.</summary>
    public IReadOnlyList<IInformer> All => informers;

    /// <summary>Whether every informer has its first list.</summary>
    public bool HasSynced => informers.All(i => i.HasSynced);

    /// <summary>Adds an informer.</summary>
    /// <exception cref="InvalidOperationException">The set has started.</exception>
    public Informer<T> Add<T>(InformerOptions? options = null)
        where T : class, IKubernetesObject
    {
        if (isStarted) throw new InvalidOperationException($"The informer of {EntityDefinition.Of<T>().Kind} comes too late: the set has started.");
        var informer = new Informer<T>(client, options ?? InformerOptions.Default, services);
        informers = informers.Add(informer);
        return informer;
    }

    /// <summary>Waits until every informer has its first list.</summary>
    public Task WaitForSyncAsync(CancellationToken cancellationToken) => Task.WhenAll(informers.Select(i => i.WaitForSyncAsync(cancellationToken)));

    /// <inheritdoc />
    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        isStarted = true;
        return Task.WhenAll(informers.Select(i => Task.Run(() => i.RunAsync(stoppingToken), CancellationToken.None)));
    }
}

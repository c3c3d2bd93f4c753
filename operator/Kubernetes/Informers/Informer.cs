using System.Collections.Immutable;
using DirectRoute.Kubernetes.Client;
using DirectRoute.Kubernetes.Entities;
using DirectRoute.Kubernetes.Runtime;
using Microsoft.Extensions.Logging;

namespace DirectRoute.Kubernetes.Informers;

/// <summary>
/// Keeps <see cref="Store"/> as the API server has the objects of one kind, and tells handlers what changes: a paged list, then watches with
/// bookmarks that resume where the last one ended. Whatever breaks is waited out and caught up with; what was deleted meanwhile is told as deleted.
/// </summary>
public sealed partial class Informer<T> : IInformer, IInformerGauges
    where T : class, IKubernetesObject
{
    private readonly Lock gate = new();
    private readonly TaskCompletionSource synced = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly RuntimeServices services;
    private readonly ILogger logger;
    private readonly ListWatch<T> listWatch;
    private readonly KeyValuePair<string, object?> tag = KubernetesMetrics.Tag("kind", EntityDefinition.Of<T>().Kind);
    private ImmutableArray<Action<InformerEvent<T>>> handlers = [];
    private long heardAt;
    private int isRunning;

    /// <summary>Creates an informer that does nothing until <see cref="RunAsync"/>.</summary>
    public Informer(IKubernetesClient client, InformerOptions options, RuntimeServices services)
    {
        ArgumentNullException.ThrowIfNull(services);
        this.services = services;
        logger = services.Loggers.CreateLogger($"{typeof(Informer<>).Namespace}.{Kind}");
        heardAt = services.Time.GetTimestamp();
        Store = new Store<T>(gate, (index, key, e) => LogIndexFailed(logger, index, Kind, key, e));
        listWatch = new ListWatch<T>(client, options, services, new Sink(this));
        services.Metrics.Register(this);
    }

    /// <inheritdoc />
    public string Kind => EntityDefinition.Of<T>().Kind;

    /// <summary>The objects as last heard.</summary>
    public Store<T> Store { get; }

    /// <inheritdoc />
    public bool HasSynced => synced.Task.IsCompleted;

    /// <inheritdoc />
    public TimeSpan Silence => services.Time.GetElapsedTime(Volatile.Read(ref heardAt));

    int IInformerGauges.Objects => Store.Snapshot.Count;

    int IInformerGauges.Undecodable => Store.Snapshot.Bad.Count;

    /// <inheritdoc />
    public Task WaitForSyncAsync(CancellationToken cancellationToken) => synced.Task.WaitAsync(cancellationToken);

    /// <inheritdoc />
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref isRunning, 1) == 1) throw new InvalidOperationException($"The informer of {Kind} is running already.");
        try
        {
            await listWatch.RunAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Volatile.Write(ref isRunning, 0);
        }
    }

    /// <summary>
    /// Tells <paramref name="handler"/> of what is there (as added) and of every change from now on, in order and one at a time. The next change waits
    /// for the handler: it should do no more than add a key to a queue. What it throws is logged and hurts nobody else.
    /// </summary>
    /// <returns>Ends the subscription when disposed.</returns>
    public IDisposable Subscribe(Action<InformerEvent<T>> handler)
    {
        lock (gate)
        {
            var now = Store.Snapshot;
            foreach (var entity in now.All) Tell(handler, new InformerEvent<T>.Added(entity) { IsInitial = true });
            foreach (var bad in now.Undecodable) Tell(handler, new InformerEvent<T>.Undecodable(bad, now.Get(bad.Key)) { IsInitial = true });
            handlers = handlers.Add(handler);
        }
        return new Subscription(this, handler);
    }

    /// <summary>
    /// Tells the store of a version that the server answered to a write, ahead of the watch, so that the next read is not older than one's own
    /// write. The watch's word of it, and of anything older, is then no news. It never adds an object, so it cannot bring back a deleted one.
    /// </summary>
    public void Observe(T written)
    {
        lock (gate) Tell(Store.PutNewer(written), isInitial: false);
    }

    private void Tell(IEnumerable<InformerEvent<T>> changes, bool isInitial)
    {
        foreach (var change in changes)
        {
            services.Metrics.InformerChanges.Add(1, tag, KubernetesMetrics.Tag("type", change.GetType().Name));
            if (change is InformerEvent<T>.Undecodable { Object: var bad }) LogUndecodable(logger, Kind, bad.Key, bad.Error);
            var told = isInitial ? change with { IsInitial = true } : change;
            foreach (var handler in handlers) Tell(handler, told);
        }
    }

    private void Tell(Action<InformerEvent<T>> handler, InformerEvent<T> change)
    {
        try
        {
            handler(change);
        }
        catch (Exception e)
        {
            LogHandlerFailed(logger, Kind, change.Key, e);
        }
    }

    private void Unsubscribe(Action<InformerEvent<T>> handler)
    {
        lock (gate) handlers = handlers.Remove(handler);
    }

    private void Heard() => Volatile.Write(ref heardAt, services.Time.GetTimestamp());

    private sealed class Subscription(Informer<T> informer, Action<InformerEvent<T>> handler) : IDisposable
    {
        private int isDisposed;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref isDisposed, 1) == 0) informer.Unsubscribe(handler);
        }
    }

    /// <summary>Keeps what the list-watch calls out of the informer's own surface.</summary>
    private sealed class Sink(Informer<T> informer) : IListWatchSink<T>
    {
        public void OnList(ObjectList<T> list, bool isSetBack)
        {
            informer.Heard();
            informer.services.Metrics.InformerLists.Add(1, informer.tag);
            if (isSetBack) LogSetBack(informer.logger, informer.Kind, list.ResourceVersion);
            lock (informer.gate) informer.Tell(informer.Store.Replace(list.Items, list.Undecodable, isSetBack), isInitial: !informer.HasSynced);
            LogListed(informer.logger, informer.Kind, list.Items.Count, list.Undecodable.Count, list.ResourceVersion);
            informer.synced.TrySetResult();
        }

        public void OnChange(WatchEvent<T> change)
        {
            informer.Heard();
            lock (informer.gate) informer.Tell(Apply(change), isInitial: false);
        }

        public void OnFailure(Exception failure, bool relists, int failures, TimeSpan wait)
        {
            var reason = failure is KubernetesException { Reason: var said } ? said : failure.GetType().Name;
            informer.services.Metrics.InformerFailures.Add(1, informer.tag, KubernetesMetrics.Tag("reason", reason));
            LogFailure(informer.logger, informer.Kind, relists ? "list" : "watch", failures, wait, failure);
        }

        private IEnumerable<InformerEvent<T>> Apply(WatchEvent<T> change) => change switch
        {
            { Type: WatchEventType.Bookmark } => [],
            { Type: WatchEventType.Deleted, Object: { } last } => informer.Store.Remove(ObjectKey.Of(last), last.Metadata.Uid, last),
            { Type: WatchEventType.Deleted, Undecodable: { } bad } => informer.Store.Remove(bad.Key, bad.Uid),
            { Object: { } entity } => informer.Store.Put(entity),
            { Undecodable: { } bad } => informer.Store.PutUndecodable(bad),
            _ => [],
        };
    }
}

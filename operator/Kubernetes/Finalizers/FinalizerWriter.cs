using DirectRoute.Kubernetes.Client;
using DirectRoute.Kubernetes.Entities;
using DirectRoute.Kubernetes.Informers;
using DirectRoute.Kubernetes.Writes;

namespace DirectRoute.Kubernetes.Finalizers;

/// <summary>
/// Puts finalizers on objects of one kind and takes them off. Each write holds only for the very version that was read, so that finalizers which
/// others set meanwhile are never lost; what is so already is not written.
/// </summary>
public sealed class FinalizerWriter<T>(IKubernetesClient client, Informer<T> informer)
    where T : class, IKubernetesObject
{
    /// <summary>Puts a finalizer on, unless it is there. An object that is being deleted takes no new one: that is <see cref="WriteResult{T}.Gone"/>.</summary>
    public Task<WriteResult<T>> AddAsync(T entity, string finalizer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entity);
        var present = entity.Metadata.Finalizers ?? [];
        if (present.Contains(finalizer)) return Unchanged(entity);
        if (entity.Metadata.DeletionTimestamp is not null) return Task.FromResult<WriteResult<T>>(new WriteResult<T>.Gone());
        return WriteAsync(entity, [.. present, finalizer], cancellationToken);
    }

    /// <summary>Takes a finalizer off, if it is there. An object that is being deleted goes with its last one.</summary>
    public Task<WriteResult<T>> RemoveAsync(T entity, string finalizer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entity);
        var present = entity.Metadata.Finalizers ?? [];
        return present.Contains(finalizer) ? WriteAsync(entity, [.. present.Where(f => f != finalizer)], cancellationToken) : Unchanged(entity);
    }

    private async Task<WriteResult<T>> WriteAsync(T entity, IReadOnlyList<string> finalizers, CancellationToken cancellationToken)
    {
        var patch = GuardedWrite.Merge(entity, metadata: writer =>
        {
            writer.WriteStartArray("finalizers");
            foreach (var finalizer in finalizers) writer.WriteStringValue(finalizer);
            writer.WriteEndArray();
        });
        var result = await GuardedWrite.SendAsync(client, entity, patch, WriteOptions.Default, cancellationToken).ConfigureAwait(false);
        if (result is WriteResult<T>.Written { Object: var written }) informer.Observe(written);
        return result;
    }

    private static Task<WriteResult<T>> Unchanged(T entity) => Task.FromResult<WriteResult<T>>(new WriteResult<T>.Unchanged(entity));
}

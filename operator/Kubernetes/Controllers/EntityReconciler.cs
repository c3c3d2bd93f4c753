using DirectRoute.Kubernetes.Entities;
using DirectRoute.Kubernetes.Finalizers;
using DirectRoute.Kubernetes.Informers;

namespace DirectRoute.Kubernetes.Controllers;

/// <summary>
/// Runs an <see cref="IEntityController{T}"/> by the object's key, and its finalizer's life: put on before the first reconciliation, called when deletion
/// is asked for, taken off after it succeeded. For kinds whose unit of work is the object itself.
/// </summary>
/// <param name="informer">Where the objects are read.</param>
/// <param name="controller">Reconciles.</param>
/// <param name="finalizer">Cleans up; null when nothing needs to be.</param>
/// <param name="finalizers">Puts the finalizer on and takes it off.</param>
public sealed class EntityReconciler<T>(Informer<T> informer, IEntityController<T> controller, IEntityFinalizer<T>? finalizer, FinalizerWriter<T> finalizers)
    : IReconciler<ObjectKey>
    where T : class, IKubernetesObject
{
    /// <inheritdoc />
    public async Task<ReconcileResult> ReconcileAsync(ObjectKey key, CancellationToken cancellationToken)
    {
        if (informer.Store.Get(key) is not { } entity) return ReconcileResult.Done();
        return entity.Metadata.DeletionTimestamp is null
            ? await ReconcileAsync(entity, cancellationToken).ConfigureAwait(false)
            : await FinalizeAsync(entity, cancellationToken).ConfigureAwait(false);
    }

    private async Task<ReconcileResult> ReconcileAsync(T entity, CancellationToken cancellationToken)
    {
        var current = entity;
        if (finalizer is not null)
        {
            var write = await finalizers.AddAsync(entity, finalizer.Identifier, cancellationToken).ConfigureAwait(false);
            if (write.Interruption is { } interruption) return interruption;
            current = write.Current!;
        }
        var result = await controller.ReconcileAsync(current, cancellationToken).ConfigureAwait(false);
        return result.ToReconcileResult();
    }

    private async Task<ReconcileResult> FinalizeAsync(T entity, CancellationToken cancellationToken)
    {
        if (finalizer is null || entity.Metadata.Finalizers?.Contains(finalizer.Identifier) != true) return ReconcileResult.Done();
        var result = await finalizer.FinalizeAsync(entity, cancellationToken).ConfigureAwait(false);
        if (!result.IsSuccess) return result.ToReconcileResult();
        var write = await finalizers.RemoveAsync(result.Entity, finalizer.Identifier, cancellationToken).ConfigureAwait(false);
        return write.Interruption ?? ReconcileResult.Done();
    }
}

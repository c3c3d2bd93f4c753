using DirectRoute.Kubernetes.Entities;

namespace DirectRoute.Kubernetes.Controllers;

/// <summary>Reconciles the objects of one kind, one by one; see <see cref="EntityReconciler{T}"/>.</summary>
public interface IEntityController<T>
    where T : class, IKubernetesObject
{
    /// <summary>Brings the world in line with <paramref name="entity"/>, which is not being deleted.</summary>
    Task<ReconciliationResult<T>> ReconcileAsync(T entity, CancellationToken cancellationToken);
}

/// <summary>Cleans up before an object of one kind goes.</summary>
public interface IEntityFinalizer<T>
    where T : class, IKubernetesObject
{
    /// <summary>The finalizer's name, with a domain: <c>directroute.dev/cleanup</c>.</summary>
    string Identifier { get; }

    /// <summary>Cleans up after <paramref name="entity"/>, which is being deleted. After success the finalizer is taken off; after failure it stays and this is tried again.</summary>
    Task<ReconciliationResult<T>> FinalizeAsync(T entity, CancellationToken cancellationToken);
}

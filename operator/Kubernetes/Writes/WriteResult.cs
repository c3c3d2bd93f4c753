using DirectRoute.Kubernetes.Controllers;
using DirectRoute.Kubernetes.Entities;

namespace DirectRoute.Kubernetes.Writes;

/// <summary>What became of a guarded write. Refusals that a controller meets every day are results; everything else the server refuses is thrown.</summary>
public abstract record WriteResult<T>
    where T : class, IKubernetesObject
{
    private WriteResult()
    {
    }

    /// <summary>It was stored.</summary>
    /// <param name="Object">As the server has it now.</param>
    public sealed record Written(T Object) : WriteResult<T>;

    /// <summary>It was so already; nothing was sent.</summary>
    /// <param name="Object">As it was read.</param>
    public sealed record Unchanged(T Object) : WriteResult<T>;

    /// <summary>The object has changed since it was read: decide again from the newer state.</summary>
    public sealed record Conflict : WriteResult<T>;

    /// <summary>The object is gone, or another one has its name.</summary>
    public sealed record Gone : WriteResult<T>;

    /// <summary>The object after the write; null if there was no write.</summary>
    public T? Current => this switch
    {
        Written(var entity) => entity,
        Unchanged(var entity) => entity,
        _ => null,
    };

    /// <summary>What a run should end with because of this write; null when it may go on.</summary>
    public ReconcileResult? Interruption => this switch
    {
        Conflict => ReconcileResult.Again("The object has changed since it was read."),
        Gone => ReconcileResult.Done(),
        _ => null,
    };
}

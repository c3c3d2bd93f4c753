namespace DirectRoute.Kubernetes.Controllers;

/// <summary>Brings the world in line with what is declared under a key.</summary>
public interface IReconciler<in TKey>
{
    /// <summary>
    /// One run. It reads the present state and may be repeated at any time, after any part of it failed. A failure is a result; what is thrown is
    /// taken for a bug. The key may be of something that is gone.
    /// </summary>
    Task<ReconcileResult> ReconcileAsync(TKey key, CancellationToken cancellationToken);
}

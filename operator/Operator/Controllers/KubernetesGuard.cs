using DirectRoute.Kubernetes.Client;
using DirectRoute.Kubernetes.Controllers;
using DirectRoute.Kubernetes.Entities;

namespace DirectRoute.Operator.Controllers;

/// <summary>An API server that cannot be reached, or refuses a write, is a reason to try again, not a bug of the run that met it.</summary>
internal sealed class KubernetesGuard(IReconciler<ObjectKey> inner) : IReconciler<ObjectKey>
{
    public async Task<ReconcileResult> ReconcileAsync(ObjectKey key, CancellationToken cancellationToken)
    {
        try
        {
            return await inner.ReconcileAsync(key, cancellationToken);
        }
        catch (KubernetesException e)
        {
            return ReconcileResult.Retry($"The API server refused: {e.Message}", e.RetryAfter);
        }
        catch (Exception e) when (e is HttpRequestException or TimeoutException or IOException)
        {
            return ReconcileResult.Retry($"The API server cannot be reached: {e.Message}");
        }
    }
}

namespace DirectRoute.Kubernetes.Configuration;

/// <summary>A credential that does not change.</summary>
internal sealed class FixedCredentials(Credential credential) : KubernetesCredentials
{
    internal override ValueTask<Credential> GetAsync(TimeProvider time, CancellationToken cancellationToken) => ValueTask.FromResult(credential);
}

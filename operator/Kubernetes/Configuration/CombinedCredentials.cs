namespace DirectRoute.Kubernetes.Configuration;

/// <summary>A header from one place and a client certificate from another.</summary>
internal sealed class CombinedCredentials(KubernetesCredentials header, KubernetesCredentials certificate) : KubernetesCredentials
{
    private Parts? last;

    internal override async ValueTask<Credential> GetAsync(TimeProvider time, CancellationToken cancellationToken)
    {
        var one = await header.GetAsync(time, cancellationToken).ConfigureAwait(false);
        var other = await certificate.GetAsync(time, cancellationToken).ConfigureAwait(false);
        if (last is { } parts && ReferenceEquals(parts.Header, one) && ReferenceEquals(parts.Certificate, other)) return parts.Both;
        last = parts = new Parts(one, other, new Credential(one.Authorization, other.Certificate ?? one.Certificate));
        return parts.Both;
    }

    internal override bool Invalidate(Credential refused)
    {
        if (last is not { } parts || !ReferenceEquals(parts.Both, refused)) return true;
        return header.Invalidate(parts.Header) | certificate.Invalidate(parts.Certificate);
    }

    private sealed record Parts(Credential Header, Credential Certificate, Credential Both);
}

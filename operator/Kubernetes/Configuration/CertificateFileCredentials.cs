using System.Security.Cryptography;
using System.Text;

namespace DirectRoute.Kubernetes.Configuration;

/// <summary>A client certificate and its key in files.</summary>
internal sealed class CertificateFileCredentials(PemSource certificate, PemSource key) : FileCredentials
{
    private byte[]? digest;

    private protected override async Task<Credential> ReadAsync(Credential? previous, CancellationToken cancellationToken)
    {
        var certificatePem = await certificate.ReadAsync(cancellationToken).ConfigureAwait(false);
        var keyPem = await key.ReadAsync(cancellationToken).ConfigureAwait(false);
        var now = SHA256.HashData(Encoding.UTF8.GetBytes(certificatePem + '\0' + keyPem));
        if (previous is not null && digest.AsSpan().SequenceEqual(now)) return previous;
        var credential = new Credential(null, PemCertificate.Read(certificatePem, keyPem, certificate.Origin, key.Origin));
        digest = now;
        return credential;
    }
}

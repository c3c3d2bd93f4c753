using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace DirectRoute.Kubernetes.Configuration;

/// <summary>Reads certificates from PEM, and says what is wrong with those that cannot be read.</summary>
internal static class PemCertificate
{
    /// <summary>A client certificate with its key.</summary>
    public static X509Certificate2 Read(string certificatePem, string keyPem, string certificateOrigin, string keyOrigin)
    {
        RequireCertificate(certificatePem, certificateOrigin);
        if (keyPem.Contains("ENCRYPTED", StringComparison.Ordinal))
            throw new KubernetesConfigurationException($"{keyOrigin}: the key is encrypted, and there is nobody to ask for its passphrase. Decrypt it, for example with 'openssl pkey'.");
        if (!keyPem.Contains("PRIVATE KEY-----", StringComparison.Ordinal))
            throw new KubernetesConfigurationException($"{keyOrigin}: there is no PEM private key in it.");
        try
        {
            return X509Certificate2.CreateFromPem(certificatePem, keyPem);
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            throw new KubernetesConfigurationException($"{keyOrigin}: the key cannot be used with {certificateOrigin}: {e.Message}", e);
        }
    }

    /// <summary>Makes sure that <paramref name="pem"/> holds at least one certificate.</summary>
    public static string RequireCertificate(string pem, string origin)
    {
        try
        {
            var certificates = new X509Certificate2Collection();
            certificates.ImportFromPem(pem);
            return certificates.Count > 0 ? pem : throw new KubernetesConfigurationException($"{origin}: there is no PEM certificate in it.");
        }
        catch (CryptographicException e)
        {
            throw new KubernetesConfigurationException($"{origin}: the PEM certificate cannot be read: {e.Message}", e);
        }
    }
}

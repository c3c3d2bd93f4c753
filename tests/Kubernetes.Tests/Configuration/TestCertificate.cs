using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace DirectRoute.Kubernetes.Tests.Configuration;

/// <summary>A self-signed certificate with its key.</summary>
internal static class TestCertificate
{
    private static readonly (string CertificatePem, string KeyPem) Shared = Create("CN=tests");

    public static string CertificatePem => Shared.CertificatePem;

    public static string KeyPem => Shared.KeyPem;

    public static (string CertificatePem, string KeyPem) Create(string subject)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256);
        var start = TimeProvider.System.GetUtcNow().AddDays(-1);
        using var certificate = request.CreateSelfSigned(start, start.AddDays(30));
        return (certificate.ExportCertificatePem(), key.ExportPkcs8PrivateKeyPem());
    }

    public static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}

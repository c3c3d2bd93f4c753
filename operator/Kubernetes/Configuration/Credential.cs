using System.Net.Http.Headers;
using System.Security.Cryptography.X509Certificates;

namespace DirectRoute.Kubernetes.Configuration;

/// <summary>What proves, at this moment, who the client is.</summary>
/// <param name="Authorization">The header, or null.</param>
/// <param name="Certificate">The client certificate with its key, or null.</param>
internal sealed record Credential(AuthenticationHeaderValue? Authorization, X509Certificate2? Certificate = null)
{
    public static Credential None { get; } = new(Authorization: null);

    public static Credential Bearer(string token) => new(new AuthenticationHeaderValue("Bearer", token));

    /// <summary>Nothing secret.</summary>
    public override string ToString() => "credential";
}

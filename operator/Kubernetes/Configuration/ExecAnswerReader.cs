using System.Net.Http.Headers;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using DirectRoute.Kubernetes.Serialization;

namespace DirectRoute.Kubernetes.Configuration;

/// <summary>Makes a credential of what a command wrote.</summary>
internal static class ExecAnswerReader
{
    /// <exception cref="KubernetesConfigurationException">It is no <c>ExecCredential</c> of the version asked for, or holds no credential.</exception>
    public static ExecAnswer Read(ExecPlugin plugin, string output)
    {
        var answer = Parse(plugin, output);
        if (answer.Kind != "ExecCredential" || answer.ApiVersion != plugin.ApiVersion)
            throw Error(plugin, $"must answer with an ExecCredential of {plugin.ApiVersion}, but answered with '{answer.Kind}' of '{answer.ApiVersion}'");
        var status = answer.Status ?? throw Error(plugin, "answered without a status");
        var certificate = Certificate(plugin, status);
        if (string.IsNullOrEmpty(status.Token) && certificate is null) throw Error(plugin, "answered with neither a token nor a client certificate");
        var header = string.IsNullOrEmpty(status.Token) ? null : new AuthenticationHeaderValue("Bearer", status.Token);
        return new ExecAnswer(new Credential(header, certificate), status.ExpirationTimestamp);
    }

    private static ExecCredential Parse(ExecPlugin plugin, string output)
    {
        try
        {
            return JsonSerializer.Deserialize(output, KubernetesJsonContext.Default.ExecCredential) ?? throw Error(plugin, "answered with null");
        }
        catch (JsonException e)
        {
            // The text itself may hold a token and is not shown.
            throw Error(plugin, $"answered with something that is no ExecCredential (at {e.Path ?? "$"}, line {e.LineNumber + 1})");
        }
    }

    private static X509Certificate2? Certificate(ExecPlugin plugin, ExecCredentialStatus status) =>
        (status.ClientCertificateData, status.ClientKeyData) switch
        {
            (null or "", null or "") => null,
            ({ Length: > 0 } certificate, { Length: > 0 } key) => PemCertificate.Read(certificate, key, $"{plugin.Origin}: clientCertificateData", $"{plugin.Origin}: clientKeyData"),
            _ => throw Error(plugin, "answered with only one of clientCertificateData and clientKeyData"),
        };

    private static KubernetesConfigurationException Error(ExecPlugin plugin, string what) => new($"{plugin.Origin}: the command '{plugin.Command}' {what}.");
}

/// <summary>The answer's form.</summary>
internal sealed record ExecCredential
{
    public string? ApiVersion { get; init; }
    public string? Kind { get; init; }
    public ExecCredentialStatus? Status { get; init; }
}

/// <summary>The credential within the answer.</summary>
internal sealed record ExecCredentialStatus
{
    public DateTimeOffset? ExpirationTimestamp { get; init; }
    public string? Token { get; init; }
    public string? ClientCertificateData { get; init; }
    public string? ClientKeyData { get; init; }

    /// <summary>Nothing secret.</summary>
    public override string ToString() => "status";
}

using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Serialization;
using DirectRoute.Local.ControlPlane.Patching;
using DirectRoute.Local.Protocol;
using DirectRoute.Local.State;

namespace DirectRoute.Local.ControlPlane.Rest.ClientCertificates;

/// <summary>ClientCertificate, and the body of GenerateClientCertificate.</summary>
internal sealed record ClientCertificate
{
    public string? ClientCertificateId { get; init; }
    public string? Description { get; init; }
    public string? PemEncodedCertificate { get; init; }

    /// <summary>Seconds since 1970.</summary>
    public long? CreatedDate { get; init; }

    /// <summary>Seconds since 1970.</summary>
    public long? ExpirationDate { get; init; }
    public ImmutableSortedDictionary<string, string>? Tags { get; init; }
}

/// <summary>Operations on client certificates. They are certificates, but the gateway shows them to no backend: no key of theirs is kept.</summary>
internal static class ClientCertificateOperations
{
    private const int KeyBits = 2048;
    private const int DaysValid = 365;

    public static RegionParts<ClientCertificate> Parts { get; } = new(
        "clientcertificate_id", "Invalid Client Certificate identifier specified", r => r.ClientCertificates, (r, certificates) => r.ClientCertificates = certificates)
    {
        Type = ClientCertificateJson.Default.ClientCertificate,
        PageType = ClientCertificateJson.Default.ClientCertificates,
        Patcher = new("updateClientCertificateInput", ClientCertificateJson.Default.ClientCertificate, PatchWording.Short, PatchRule.Replace("/description")),
        CheckDelete = (call, certificate) => certificate.Unless(UseRefusal(call, certificate)),
        Whole = certificate => certificate with { Tags = certificate.Tags ?? RestMaps<string>.Empty },
    };

    public static Answer Generate(OperationCall call) => (
        from request in call.Read(ClientCertificateJson.Default.ClientCertificate)
        let certificate = New(request, call.Now)
        select Parts.Keep(call, certificate.ClientCertificateId!, certificate)).Answer(201, ClientCertificateJson.Default.ClientCertificate);

    private static ClientCertificate New(ClientCertificate request, DateTimeOffset now) => new()
    {
        ClientCertificateId = Ids.Part(),
        Description = request.Description,
        PemEncodedCertificate = Pem(now),
        CreatedDate = now.ToUnixTimeSeconds(),
        ExpirationDate = now.AddDays(DaysValid).ToUnixTimeSeconds(),
        Tags = RestMaps<string>.NullIfEmpty(request.Tags),
    };

    private static string Pem(DateTimeOffset now)
    {
        using var key = RSA.Create(KeyBits);
        var request = new CertificateRequest("CN=ApiGateway, O=Local gateway", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(now, now.AddDays(DaysValid));
        return certificate.ExportCertificatePem();
    }

    private static Answer? UseRefusal(OperationCall call, ClientCertificate certificate) =>
        call.Region.RestApis.Values.SelectMany(a => a.Stages.Values).FirstOrDefault(s => s.ClientCertificateId == certificate.ClientCertificateId) is { } stage
            ? Answer.BadRequest($"Client certificate '{certificate.ClientCertificateId}' is used by stage {stage.StageName}") // the words are not recorded
            : null;
}

/// <summary>How the shape is read and written: no member is written that is not set.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ClientCertificate))]
[JsonSerializable(typeof(Page<ClientCertificate>), TypeInfoPropertyName = "ClientCertificates")]
internal sealed partial class ClientCertificateJson : JsonSerializerContext;

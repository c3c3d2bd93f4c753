using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using DirectRoute.Kubernetes.Client;
using DirectRoute.Kubernetes.Configuration;
using DirectRoute.Kubernetes.Entities;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;

namespace DirectRoute.Kubernetes.Tests.Client;

/// <summary>Whom the client trusts, and how it shows its certificate. The server's certificate is for server.example only.</summary>
public sealed class TlsTests : IAsyncLifetime
{
    private const string Lease = """{"metadata":{"name":"x","namespace":"n","resourceVersion":"5"}}""";
    private static readonly ObjectKey Key = new("n", "x");
    private readonly X509Certificate2 certificate = Create("CN=server", "server.example");
    private WebApplication server = null!;
    private string? protocol;
    private string? client;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(o => o.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate, https =>
        {
            https.ClientCertificateMode = ClientCertificateMode.AllowCertificate;
            https.AllowAnyClientCertificate();
        })));
        server = builder.Build();
        server.Run(context =>
        {
            (protocol, client) = (context.Request.Protocol, context.Connection.ClientCertificate?.Subject);
            return context.Response.WriteAsync(Lease);
        });
        await server.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await server.DisposeAsync();
        certificate.Dispose();
    }

    [Fact]
    public async Task AnyCall_AuthorityAndNameAreRight_OverHttp2()
    {
        await CallAsync(Trusting());

        Assert.Equal(("HTTP/2", null), (protocol, client));
    }

    [Fact]
    public async Task AnyCall_NameIsWrong_Refused()
    {
        await Assert.ThrowsAsync<HttpRequestException>(() => CallAsync(Trusting() with { TlsServerName = "other.example" }));
        await Assert.ThrowsAsync<HttpRequestException>(() => CallAsync(Trusting() with { TlsServerName = null }));
    }

    [Fact]
    public async Task AnyCall_AuthorityIsWrong_Refused()
    {
        using var other = Create("CN=server", "server.example");

        await Assert.ThrowsAsync<HttpRequestException>(() => CallAsync(Trusting() with { CertificateAuthority = other.ExportCertificatePem() }));
        await Assert.ThrowsAsync<HttpRequestException>(() => CallAsync(Trusting() with { CertificateAuthority = null }));
    }

    [Fact]
    public Task AnyCall_SkipTlsVerify_AnythingGoes() => CallAsync(new() { Server = Address(), SkipTlsVerify = true });

    [Fact]
    public async Task AnyCall_ClientCertificate_ServerSeesIt()
    {
        using var mine = Create("CN=me", "me.example");
        using var key = mine.GetECDsaPrivateKey()!;

        await CallAsync(Trusting() with { Credentials = KubernetesCredentials.ClientCertificate(mine.ExportCertificatePem(), key.ExportPkcs8PrivateKeyPem()) });

        Assert.Equal("CN=me", client);
    }

    private static X509Certificate2 Create(string subject, string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        var start = TimeProvider.System.GetUtcNow().AddDays(-1);
        return request.CreateSelfSigned(start, start.AddDays(30));
    }

    private Uri Address() => new(server.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single());

    private KubernetesClientConfiguration Trusting() =>
        new() { Server = Address(), CertificateAuthority = certificate.ExportCertificatePem(), TlsServerName = "server.example" };

    private static async Task CallAsync(KubernetesClientConfiguration configuration)
    {
        using var client = new KubernetesClient(configuration);
        Assert.NotNull(await client.GetAsync<V1Lease>(Key, default));
    }
}

using DirectRoute.Kubernetes.Configuration;
using DirectRoute.Testing;

namespace DirectRoute.Kubernetes.Tests.Configuration;

public sealed class InClusterTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public InClusterTests()
    {
        folder.Write("token", "pod-token");
        folder.Write("ca.crt", TestCertificate.CertificatePem);
        folder.Write("namespace", "team\n");
    }

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("10.0.0.1", "443", "https://10.0.0.1/")]
    [InlineData("fd00::1", "6443", "https://[fd00::1]:6443/")]
    [InlineData("kubernetes.default.svc", "6443", "https://kubernetes.default.svc:6443/")]
    public async Task Read_Pod_AddressTokenAndNamespace(string host, string port, string server)
    {
        var config = InClusterConfiguration.Read(Pod(host, port));

        Assert.Equal((server, "team", TestCertificate.CertificatePem), (config.Server.AbsoluteUri, config.Namespace, config.CertificateAuthority));
        Assert.Equal("Bearer pod-token", (await config.Credentials.GetAsync(new ManualTimeProvider(), default)).Authorization!.ToString());
    }

    [Theory]
    [InlineData("", "443", "this is not a pod")]
    [InlineData("10.0.0.1", "", "this is not a pod")]
    [InlineData("not a host", "443", "KUBERNETES_SERVICE_HOST: 'not a host' is no host name or address.")]
    [InlineData("10.0.0.1", "0", "KUBERNETES_SERVICE_PORT: '0' is no port.")]
    [InlineData("10.0.0.1", "tcp://10.0.0.1:443", "KUBERNETES_SERVICE_PORT: 'tcp://10.0.0.1:443' is no port.")]
    [InlineData("10.0.0.1", "70000", "KUBERNETES_SERVICE_PORT: '70000' is no port.")]
    public void Read_VariablesAreWrong_SaysWhich(string host, string port, string expected)
    {
        var thrown = Assert.Throws<KubernetesConfigurationException>(() => InClusterConfiguration.Read(Pod(host, port)));

        Assert.Contains(expected, thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("token")]
    [InlineData("ca.crt")]
    public void Read_NotMounted_SaysWhatIsMissing(string file)
    {
        File.Delete(folder.PathOf(file));

        var thrown = Assert.Throws<KubernetesConfigurationException>(() => InClusterConfiguration.Read(Pod("10.0.0.1", "443")));

        Assert.StartsWith($"{folder.PathOf(file)} is missing", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_TokenIsEmpty_RefusedWhenUsed()
    {
        folder.Write("token", "\n");
        var config = InClusterConfiguration.Read(Pod("10.0.0.1", "443"));

        await Assert.ThrowsAsync<KubernetesConfigurationException>(async () => await config.Credentials.GetAsync(new ManualTimeProvider(), default));
    }

    private HostEnvironment Pod(string host, string port) =>
        new(name => name switch { "KUBERNETES_SERVICE_HOST" => host, "KUBERNETES_SERVICE_PORT" => port, _ => null }, folder.Path, folder.Path);
}

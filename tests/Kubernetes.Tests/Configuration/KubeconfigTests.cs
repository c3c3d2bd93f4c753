using DirectRoute.Kubernetes.Configuration;
using DirectRoute.Testing;

namespace DirectRoute.Kubernetes.Tests.Configuration;

public sealed class KubeconfigTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly ManualTimeProvider time = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Load_TokenAndAuthorityByValue_AllTaken()
    {
        var config = Load($$$$"""
            apiVersion: v1
            kind: Config
            current-context: a
            contexts: [{name: a, context: {cluster: c, user: u, namespace: team}}]
            clusters:
            - name: c
              cluster:
                server: https://k8s.example:6443/base
                certificate-authority-data: {{{{TestCertificate.Base64(TestCertificate.CertificatePem)}}}}
                tls-server-name: inner.example
                proxy-url: socks5://user:secret@proxy:1080
            users: [{name: u, user: {token: t0ken, as: bob, as-uid: "7", as-groups: [x, y], as-user-extra: {scopes: [a, b]}}}]
            """);

        Assert.Equal(("https://k8s.example:6443/base", "team", "inner.example"), (config.Server.AbsoluteUri, config.Namespace, config.TlsServerName));
        Assert.Equal(TestCertificate.CertificatePem, config.CertificateAuthority);
        Assert.Equal("socks5://user:secret@proxy:1080/", config.Proxy!.AbsoluteUri);
        Assert.Equal("Bearer t0ken", await HeaderAsync(config));
        Assert.Equal(("bob", "7", "x,y", "a,b"), (config.Impersonation!.User, config.Impersonation.Uid, string.Join(',', config.Impersonation.Groups), string.Join(',', config.Impersonation.Extra["scopes"])));
    }

    [Fact]
    public async Task Load_JsonInsteadOfYaml_Read()
    {
        var config = Load("""{"current-context":"a","contexts":[{"name":"a","context":{"cluster":"c","user":"u"}}],"clusters":[{"name":"c","cluster":{"server":"http://h"}}],"users":[{"name":"u","user":{"username":"bob","password":12345}}]}""");

        Assert.Equal("Basic " + TestCertificate.Base64("bob:12345"), await HeaderAsync(config));
    }

    [Fact]
    public async Task Load_RelativeFiles_CountFromTheKubeconfig()
    {
        folder.Write("pki/ca.crt", TestCertificate.CertificatePem);
        folder.Write("pki/client.crt", TestCertificate.CertificatePem);
        folder.Write("pki/client.key", TestCertificate.KeyPem);
        folder.Write("tokens/t", " from-file\n");

        var config = Load(Minimal("certificate-authority: pki/ca.crt", "client-certificate: pki/client.crt, client-key: pki/client.key, tokenFile: ./tokens/t, token: overruled"));
        var credential = await config.Credentials.GetAsync(time, default);

        Assert.Equal(TestCertificate.CertificatePem, config.CertificateAuthority);
        Assert.Equal("Bearer from-file", credential.Authorization!.ToString());
        Assert.True(credential.Certificate!.HasPrivateKey);
        Assert.Same(credential, await config.Credentials.GetAsync(time, default));
    }

    [Fact]
    public async Task Load_TokenFileRotates_NewOneWithinAMinute()
    {
        var file = folder.Write("t", "one");
        var config = Load(Minimal("", "tokenFile: t"));

        var first = await HeaderAsync(config);
        File.WriteAllText(file, "two");
        var cached = await HeaderAsync(config);
        time.Advance(TimeSpan.FromMinutes(1));
        var second = await HeaderAsync(config);
        File.Delete(file);
        time.Advance(TimeSpan.FromMinutes(1));
        var kept = await HeaderAsync(config);

        Assert.Equal(("Bearer one", "Bearer one", "Bearer two", "Bearer two"), (first, cached, second, kept));
    }

    [Fact]
    public async Task Load_ClientCertificateRotates_NewCredential()
    {
        folder.Write("c", TestCertificate.CertificatePem);
        folder.Write("k", TestCertificate.KeyPem);
        var config = Load(Minimal("", "client-certificate: c, client-key: k"));

        var first = await config.Credentials.GetAsync(time, default);
        time.Advance(TimeSpan.FromMinutes(2));
        var same = await config.Credentials.GetAsync(time, default);
        var (certificate, key) = TestCertificate.Create("CN=rotated");
        folder.Write("c", certificate);
        folder.Write("k", key);
        time.Advance(TimeSpan.FromMinutes(2));
        var second = await config.Credentials.GetAsync(time, default);

        Assert.Same(first, same);
        Assert.Equal("CN=rotated", second.Certificate!.Subject);
    }

    [Fact]
    public async Task Load_ListOfFiles_FirstToSayWins()
    {
        var one = folder.Write("one/config", """
            current-context: x
            contexts: [{name: x, context: {cluster: c, user: u}}]
            users: [{name: u, user: {tokenFile: t}}]
            """);
        folder.Write("one/t", "token-one");
        var two = folder.Write("two/config", """
            current-context: y
            contexts: [{name: x, context: {cluster: other}}, {name: y, context: {cluster: c, user: u, namespace: ny}}]
            clusters: [{name: c, cluster: {server: "https://two"}}]
            users: [{name: u, user: {token: two}}]
            """);
        var list = string.Join(Path.PathSeparator, one, folder.PathOf("missing"), two, one);

        var config = KubeconfigLoader.Load(Environment(("KUBECONFIG", list)), null, null);
        var y = KubeconfigLoader.Load(Environment(("KUBECONFIG", list)), null, "y");

        Assert.Equal(("https://two/", "default", "Bearer token-one"), (config.Server.AbsoluteUri, config.Namespace, await HeaderAsync(config)));
        Assert.Equal("ny", y.Namespace);
    }

    [Fact]
    public void Load_NothingNamed_HomeIsUsed()
    {
        folder.Write(".kube/config", Minimal("", "token: t"));

        Assert.Equal("https://h/", KubeconfigLoader.Load(Environment(), null, null).Server.AbsoluteUri);
    }

    [Fact]
    public void Load_OtherEntriesAreBroken_DoesNotMatter()
    {
        var config = Load("""
            current-context: a
            contexts: [{name: a, context: {cluster: c}}, {name: b, context: {cluster: nowhere}}]
            clusters: [{name: c, cluster: {server: "https://h"}}, {name: d, cluster: {server: [1]}}]
            users: [{name: w, user: {auth-provider: {name: gcp}}}, {name: v}]
            """);

        Assert.Equal("https://h/", config.Server.AbsoluteUri);
    }

    [Fact]
    public void Load_AuthProvider_SaysWhatToUseInstead()
    {
        var thrown = Refused(Minimal("", "auth-provider: {name: gcp}"));

        Assert.Contains("users[u].user.auth-provider 'gcp' is not supported", thrown, StringComparison.Ordinal);
        Assert.Contains("exec plugin", thrown, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Load_Mistake_SaysFileFieldAndWhy(string yaml, string expected)
    {
        var thrown = Refused(yaml);

        Assert.StartsWith(folder.PathOf("config"), thrown, StringComparison.Ordinal);
        Assert.Contains(expected, thrown, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", thrown, StringComparison.Ordinal);
    }

    public static TheoryData<string, string> Mistakes => new()
    {
        { "", "there is no current-context; name one of the contexts: none." },
        { "[]", "this is no kubeconfig" },
        { "just text", "this is no kubeconfig" },
        { "a: b\n---\nc: d", "one YAML document is expected, 2 were found." },
        { "a: [", ":1:" },
        { "a: b: c", ":1:" },
        { "a: 1\na: 2", ":2:1: the key 'a' is there twice." },
        { "? [x]\n: y", "a key must be a text" },
        { "a: &x [*x]", ":1:8: the anchor 'x' contains itself." },
        { "a: &x {b: *x}", "the anchor 'x' contains itself." },
        { "a: *nowhere", "nowhere" },
        { Bomb(), "the document has more than 200000 values." },
        { new string('[', 5000), "the document nests deeper than 100 levels." },
        { string.Concat(Enumerable.Repeat("{a: ", 5000)), "the document nests deeper than 100 levels." },
        { "base: &b {x: 1}\na: {<<: *b}", "merge keys ('<<') are not supported" },
        { "contexts: {a: b}", "contexts must be a list, but is a map." },
        { "contexts: [7]", "contexts[0] must be a map, but is a number." },
        { "contexts: [null]", "contexts[0] must be a map, but is null." },
        { "contexts: [{context: {}}]", "contexts[0].name is missing." },
        { "contexts: [{name: a}, {name: a}]", "contexts[1].name 'a' is there twice." },
        { "current-context: {}", "current-context must be a text, but is a map." },
        { "current-context: b\ncontexts: [{name: a, context: {}}]", "there is no context 'b'; there are: a." },
        { "current-context: a\ncontexts: [{name: a}]", "contexts[a].context.cluster is missing." },
        { "current-context: a\ncontexts: [{name: a, context: {cluster: c}}]", "there is no cluster 'c'; there are: none." },
        { Minimal("", "token: t").Replace("user: u}", "user: w}", StringComparison.Ordinal), "there is no user 'w'; there are: u." },
        { Cluster(""), "clusters[c].cluster.server is missing." },
        { Cluster("server: not a url"), "clusters[c].cluster.server 'not a url' is no URL of https, http." },
        { Cluster("server: ftp://h"), "'ftp://h' is no URL of https, http." },
        { Cluster("server: [https://h]"), "clusters[c].cluster.server must be a text, but is a list." },
        { Minimal("proxy-url: proxy", ""), "clusters[c].cluster.proxy-url 'proxy' is no URL of http, https, socks5." },
        { Minimal("insecure-skip-tls-verify: yes", ""), "clusters[c].cluster.insecure-skip-tls-verify must be true or false, but is a text." },
        { Minimal("insecure-skip-tls-verify: true, certificate-authority: ca", ""), "contradicts certificate-authority" },
        { Minimal("certificate-authority-data: '%%%'", ""), "clusters[c].cluster.certificate-authority-data is not base64." },
        { Minimal("certificate-authority-data: " + TestCertificate.Base64("nothing"), ""), "certificate-authority-data: there is no PEM certificate in it." },
        { Minimal("certificate-authority-data: " + TestCertificate.Base64("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"), ""), "certificate-authority-data: the PEM certificate cannot be read" },
        { Minimal("", "token: 's3cret with spaces'"), "users[u].user.token holds something else than one token." },
        { Minimal("", "token: [s3cret]"), "users[u].user.token must be a text, but is a list." },
        { Minimal("", "token: s3cret, username: bob"), "users[u].user.username stands beside a token" },
        { Minimal("", "client-key-data: " + TestCertificate.Base64("s3cret")), "users[u].user.client-certificate is missing" },
        { Minimal("", "client-certificate-data: " + TestCertificate.Base64(TestCertificate.CertificatePem)), "users[u].user.client-key is missing" },
        { Minimal("", Pair(TestCertificate.CertificatePem, "s3cret")), "client-key-data: there is no PEM private key in it." },
        { Minimal("", Pair(TestCertificate.CertificatePem, "-----BEGIN ENCRYPTED PRIVATE KEY-----\ns3cret\n-----END ENCRYPTED PRIVATE KEY-----")), "client-key-data: the key is encrypted" },
        { Minimal("", Pair(TestCertificate.CertificatePem, TestCertificate.Create("CN=other").KeyPem)), "client-key-data: the key cannot be used with" },
        { Minimal("", "as-groups: [x]"), "users[u].user.as is missing" },
        { Minimal("", "as: x, as-groups: y"), "users[u].user.as-groups must be a list, but is a text." },
        { Minimal("", "exec: {command: x}"), "users[u].user.exec.apiVersion is missing." },
        { Minimal("", "exec: {apiVersion: client.authentication.k8s.io/v1alpha1, command: x}"), "'client.authentication.k8s.io/v1alpha1' is not supported" },
        { Minimal("", "exec: {apiVersion: client.authentication.k8s.io/v1}"), "users[u].user.exec.command is missing." },
        { Minimal("", "exec: {apiVersion: client.authentication.k8s.io/v1, command: x, interactiveMode: Always}"), "interactiveMode is Always, but there is no terminal" },
        { Minimal("", "exec: {apiVersion: client.authentication.k8s.io/v1, command: x, env: [{value: y}]}"), "users[u].user.exec.env[0].name is missing." },
        { Minimal("", "exec: {apiVersion: client.authentication.k8s.io/v1, command: x, args: [{}]}"), "users[u].user.exec.args[0] must be a text, but is a map." },
    };

    [Fact]
    public void Load_FileMissing_SaysWhich()
    {
        var thrown = Assert.Throws<KubernetesConfigurationException>(() => KubernetesClientConfiguration.FromKubeconfig(folder.PathOf("missing")));

        Assert.StartsWith(folder.PathOf("missing") + ": the kubeconfig cannot be read: ", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_FileIsAFolderOrADeviceOrHuge_Refused()
    {
        var huge = folder.PathOf("huge");
        using (var file = File.Create(huge)) file.SetLength(100 << 20);

        foreach (var path in new[] { Path.GetTempPath(), "/dev/zero", huge })
            Assert.Throws<KubernetesConfigurationException>(() => KubernetesClientConfiguration.FromKubeconfig(path));
    }

    [Fact]
    public void Load_ListOfMissingFiles_Refused()
    {
        var thrown = Assert.Throws<KubernetesConfigurationException>(() => KubeconfigLoader.Load(Environment(("KUBECONFIG", folder.PathOf("missing"))), null, null));

        Assert.StartsWith("KUBECONFIG: none of its files exists", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ToString_WithSecrets_ShowsNone()
    {
        var config = Load(Minimal("", "token: s3cret"));

        Assert.DoesNotContain("s3cret", config.ToString(), StringComparison.Ordinal);
    }

    private static string Minimal(string cluster, string user) =>
        $$$$"""
        current-context: a
        contexts: [{name: a, context: {cluster: c, user: u}}]
        clusters: [{name: c, cluster: {server: "https://h"{{{{(cluster.Length == 0 ? "" : ", " + cluster)}}}}}}]
        users: [{name: u, user: { {{{{user}}}} }}]
        """;

    private static string Cluster(string cluster) =>
        $$$$"""
        current-context: a
        contexts: [{name: a, context: {cluster: c}}]
        clusters: [{name: c, cluster: { {{{{cluster}}}} }}]
        """;

    private static string Pair(string certificate, string key) =>
        $"client-certificate-data: {TestCertificate.Base64(certificate)}, client-key-data: {TestCertificate.Base64(key)}";

    private static string Bomb() => "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + string.Concat(Enumerable.Range(1, 9).Select(i =>
        $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n"));

    private KubernetesClientConfiguration Load(string yaml) => KubeconfigLoader.Load(Environment(), folder.Write("config", yaml), null);

    private string Refused(string yaml) => Assert.Throws<KubernetesConfigurationException>(() => Load(yaml)).Message;

    private HostEnvironment Environment(params (string Name, string Value)[] variables) =>
        new(name => variables.FirstOrDefault(v => v.Name == name).Value, folder.Path, folder.PathOf("serviceaccount"));

    private async Task<string?> HeaderAsync(KubernetesClientConfiguration config) => (await config.Credentials.GetAsync(time, default)).Authorization?.ToString();
}

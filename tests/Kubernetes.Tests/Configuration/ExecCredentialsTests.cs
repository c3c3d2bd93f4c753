using System.Text.Json.Nodes;
using DirectRoute.Kubernetes.Configuration;
using DirectRoute.Testing;

namespace DirectRoute.Kubernetes.Tests.Configuration;

public sealed class ExecCredentialsTests : IDisposable
{
    private const string Version = "client.authentication.k8s.io/v1";
    private readonly TemporaryFolder folder = new();
    private readonly ManualTimeProvider time = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("client.authentication.k8s.io/v1")]
    [InlineData("client.authentication.k8s.io/v1beta1")]
    public async Task GetAsync_CommandAnswers_ArgumentsEnvironmentAndInfoArePassed(string version)
    {
        Script($$$$"""
            printf '%s\n' "$@" "$EXTRA" "$KUBERNETES_EXEC_INFO" > "{{{{folder.PathOf("seen")}}}}"
            echo '{"apiVersion":"{{{{version}}}}","kind":"ExecCredential","status":{"token":"t-1"}}'
            """);
        var config = Load($$$$"""
            exec:
              apiVersion: {{{{version}}}}
              command: ./plugin
              args: [get-token, --id, 7]
              env: [{name: EXTRA, value: more}]
              interactiveMode: IfAvailable
              provideClusterInfo: true
            """, "extensions: [{name: client.authentication.k8s.io/exec, extension: {audience: x}}], insecure-skip-tls-verify: true, tls-server-name: inner");

        Assert.Equal("Bearer t-1", await HeaderAsync(config));

        var seen = await File.ReadAllLinesAsync(folder.PathOf("seen"));
        Assert.Equal(["get-token", "--id", "7", "more"], seen[..4]);
        var info = JsonNode.Parse(seen[4])!;
        Assert.Equal((version, "ExecCredential", false), ((string)info["apiVersion"]!, (string)info["kind"]!, (bool)info["spec"]!["interactive"]!));
        Assert.Equal("""{"server":"https://h","tls-server-name":"inner","insecure-skip-tls-verify":true,"config":{"audience":"x"}}""", info["spec"]!["cluster"]!.ToJsonString());
    }

    [Fact]
    public async Task GetAsync_UntilExpiry_AsksOnce()
    {
        Counting(""","expirationTimestamp":"2026-01-01T00:10:00Z" """);
        var config = Load(Exec());

        var first = await HeaderAsync(config);
        time.Advance(TimeSpan.FromMinutes(9));
        var same = await HeaderAsync(config);
        time.Advance(TimeSpan.FromMinutes(1));
        var second = await HeaderAsync(config);

        Assert.Equal(("Bearer t-1", "Bearer t-1", "Bearer t-2"), (first, same, second));
    }

    [Fact]
    public async Task GetAsync_Refused_AsksAgainOnceForAllCallers()
    {
        Counting("");
        var config = Load(Exec());
        var first = await config.Credentials.GetAsync(time, default);

        Assert.True(config.Credentials.Invalidate(first));
        var after = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => config.Credentials.GetAsync(time, default).AsTask()));
        config.Credentials.Invalidate(first);

        Assert.All(after, c => Assert.Equal("Bearer t-2", c.Authorization!.ToString()));
        Assert.Equal("Bearer t-2", await HeaderAsync(config));
    }

    [Fact]
    public async Task GetAsync_ClientCertificate_Used()
    {
        var json = new JsonObject
        {
            ["apiVersion"] = Version,
            ["kind"] = "ExecCredential",
            ["status"] = new JsonObject { ["clientCertificateData"] = TestCertificate.CertificatePem, ["clientKeyData"] = TestCertificate.KeyPem },
        };
        folder.Write("answer", json.ToJsonString());
        Script($"cat {folder.PathOf("answer")}");

        var credential = await Load(Exec()).Credentials.GetAsync(time, default);

        Assert.Null(credential.Authorization);
        Assert.Equal("CN=tests", credential.Certificate!.Subject);
    }

    [Fact]
    public async Task GetAsync_CommandMissing_ShowsTheInstallHint()
    {
        var thrown = await RefusedAsync($"exec: {{apiVersion: {Version}, command: no-such-plugin, installHint: Get it from example.org}}");

        Assert.Contains("users[u].user.exec: the command 'no-such-plugin' cannot be started", thrown, StringComparison.Ordinal);
        Assert.Contains("Get it from example.org", thrown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("echo s3cret; echo why not >&2; exit 3", "failed with exit code 3: why not")]
    [InlineData("echo s3cret", "answered with something that is no ExecCredential (at $, line 1)")]
    [InlineData("true", "answered with something that is no ExecCredential")]
    [InlineData("echo null", "answered with null")]
    [InlineData("echo '{}'", "must answer with an ExecCredential of client.authentication.k8s.io/v1, but answered with '' of ''")]
    [InlineData("""echo '{"apiVersion":"client.authentication.k8s.io/v1beta1","kind":"ExecCredential"}'""", "but answered with 'ExecCredential' of 'client.authentication.k8s.io/v1beta1'")]
    [InlineData("""echo '{"apiVersion":"client.authentication.k8s.io/v1","kind":"ExecCredential"}'""", "answered without a status")]
    [InlineData("""echo '{"apiVersion":"client.authentication.k8s.io/v1","kind":"ExecCredential","status":{}}'""", "answered with neither a token nor a client certificate")]
    [InlineData("""echo '{"apiVersion":"client.authentication.k8s.io/v1","kind":"ExecCredential","status":{"clientKeyData":"s3cret"}}'""", "only one of clientCertificateData and clientKeyData")]
    [InlineData("""echo '{"apiVersion":"client.authentication.k8s.io/v1","kind":"ExecCredential","status":{"token":["s3cret"]}}'""", "(at $.status.token, line 1)")]
    public async Task GetAsync_CommandMisbehaves_SaysHowWithoutItsOutput(string script, string expected)
    {
        Script(script);

        var thrown = await RefusedAsync(Exec());

        Assert.Contains(expected, thrown, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", thrown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetAsync_CommandHangs_StoppedAfterAMinute()
    {
        Script($"echo $$ > {folder.PathOf("pid.new")}; mv {folder.PathOf("pid.new")} {folder.PathOf("pid")}; exec sleep 1000");
        var call = Load(Exec()).Credentials.GetAsync(time, default).AsTask();
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!File.Exists(folder.PathOf("pid"))) await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, deadline.Token);

        time.Advance(TimeSpan.FromSeconds(61));
        var thrown = await Assert.ThrowsAsync<KubernetesConfigurationException>(() => call);
        var pid = (await File.ReadAllTextAsync(folder.PathOf("pid"))).Trim();
        while (Directory.Exists($"/proc/{pid}") && !File.ReadAllText($"/proc/{pid}/status").Contains("Z (zombie)", StringComparison.Ordinal))
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, deadline.Token);

        Assert.EndsWith("did not finish within 60 s.", thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("exec yes s3cret")]
    [InlineData("exec yes s3cret >&2")]
    public async Task GetAsync_CommandTalksForEver_Stopped(string script)
    {
        Script(script);

        var thrown = await RefusedAsync(Exec());

        Assert.EndsWith("wrote more than 1 MiB.", thrown, StringComparison.Ordinal);
    }

    private static string Exec() => $"exec: {{apiVersion: {Version}, command: ./plugin}}";

    private void Counting(string more) => Script($$$$"""
        echo x >> "{{{{folder.PathOf("count")}}}}"
        n=$(wc -l < "{{{{folder.PathOf("count")}}}}")
        echo '{"apiVersion":"{{{{Version}}}}","kind":"ExecCredential","status":{"token":"t-'$n'"{{{{more}}}}}}'
        """);

    private void Script(string body) => folder.Write("plugin", "#!/bin/sh\n" + body + "\n", executable: true);

    private KubernetesClientConfiguration Load(string user, string cluster = "") => KubeconfigLoader.Load(
        new HostEnvironment(Environment.GetEnvironmentVariable, folder.Path, folder.Path),
        folder.Write("config", $"""
            current-context: a
            contexts: [{"{"}name: a, context: {"{"}cluster: c, user: u{"}}"}]
            clusters: [{"{"}name: c, cluster: {"{"}server: "https://h"{(cluster.Length == 0 ? "" : ", " + cluster)}{"}}"}]
            users:
            - name: u
              user:
            {string.Join('\n', user.Split('\n').Select(l => "    " + l))}
            """),
        null);

    private async Task<string?> HeaderAsync(KubernetesClientConfiguration config) => (await config.Credentials.GetAsync(time, default)).Authorization?.ToString();

    private async Task<string> RefusedAsync(string user)
    {
        var config = Load(user);
        return (await Assert.ThrowsAsync<KubernetesConfigurationException>(async () => await config.Credentials.GetAsync(time, default))).Message;
    }
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace DirectRoute.Testing;

/// <summary>
/// A real Kubernetes API server and a foreign AWS, brought up by <c>tests/environment/up</c>.
/// The shared one is for tests that stay inside a namespace and an AWS account of their own; a test that breaks something takes a private one.
/// </summary>
public partial class TestEnvironment
{
    private static readonly Lazy<Task<TestEnvironment>> Shared = new(StartSharedAsync);

    private protected TestEnvironment(IReadOnlyDictionary<string, string> exports)
    {
        Variables = EnvironmentVariables.Compose(exports);
        EtcdUrl = exports.TryGetValue("DIRECTROUTE_TEST_ETCD_URL", out var etcd) ? new Uri(etcd) : null;
    }

    /// <summary>Every variable that a program needs to reach this environment and nothing else, this process's own included.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; }

    /// <summary>A kubeconfig whose current context may do everything; its context <c>nobody</c> may do nothing.</summary>
    public string KubeconfigPath => Variables["DIRECTROUTE_TEST_KUBECONFIG"];

    /// <summary>The API server's address.</summary>
    public Uri ApiServerUrl => new(ServerLine().Match(File.ReadAllText(KubeconfigPath)).Groups[1].Value);

    /// <summary>The one address of all AWS services.</summary>
    public Uri AwsEndpointUrl => new(Variables["AWS_ENDPOINT_URL"]);

    /// <summary>etcd's client address, or null when the cluster is not ours.</summary>
    public Uri? EtcdUrl { get; }

    /// <summary>The directory of <c>kubectl</c>, <c>etcdctl</c> and <c>aws</c>.</summary>
    public string BinPath => Variables["DIRECTROUTE_TEST_BIN"];

    /// <summary>The <c>kubectl</c> that fits the cluster.</summary>
    public string KubectlPath => Path.Combine(BinPath, "kubectl");

    /// <summary>The authority, in PEM, that signed the API server's certificate and the webhook certificate.</summary>
    public string CertificateAuthorityPath => Variables["DIRECTROUTE_TEST_CA"];

    /// <summary>A serving certificate for 127.0.0.1 and localhost, in PEM.</summary>
    public string WebhookCertificatePath => Variables["DIRECTROUTE_TEST_WEBHOOK_CRT"];

    /// <summary>The key of <see cref="WebhookCertificatePath"/>, in PEM.</summary>
    public string WebhookKeyPath => Variables["DIRECTROUTE_TEST_WEBHOOK_KEY"];

    /// <summary>The environment that every test of the process shares; brought up by whoever asks first, and left up.</summary>
    public static Task<TestEnvironment> SharedAsync() => Shared.Value;

    /// <summary>Brings up an environment for the caller alone, never on somebody else's cluster or endpoint.</summary>
    /// <param name="apiServerFlags">More flags for kube-apiserver, separated by spaces.</param>
    /// <param name="cancellation">Gives up waiting, and ends what was started.</param>
    public static Task<PrivateEnvironment> PrivateAsync(string apiServerFlags = "", CancellationToken cancellation = default) =>
        PrivateEnvironment.StartAsync(apiServerFlags, cancellation);

    /// <summary>An account number that no other test has: 12 random digits.</summary>
    public static string NewAccountId() => RandomNumberGenerator.GetString("123456789", 12);

    /// <summary>A name that no other object has, such as <c>orders-k3f8q2xw</c>.</summary>
    public static string NewName(string prefix) =>
        string.Create(CultureInfo.InvariantCulture, $"{prefix}-{RandomNumberGenerator.GetString("bcdfghjkmnpqrstvwxz2456789", 8)}");

    /// <summary>Runs a program with <see cref="Variables"/>.</summary>
    public Task<CommandResult> RunAsync(string fileName, params string[] arguments) => RunAsync(fileName, arguments, null, default);

    /// <summary>Runs a program with <see cref="Variables"/> and some text as its input.</summary>
    public Task<CommandResult> RunAsync(
        string fileName, IReadOnlyList<string> arguments, string? standardInput, CancellationToken cancellation = default) =>
        CommandRunner.RunAsync(fileName, arguments, Variables, standardInput, cancellation);

    /// <summary>Runs <c>kubectl</c>; the caller decides what a failure means.</summary>
    public Task<CommandResult> KubectlAsync(params string[] arguments) => RunAsync(KubectlPath, arguments);

    /// <summary>Runs <c>kubectl apply -f -</c> on a manifest; without validation, for the old API server does not know CEL rules.</summary>
    public Task<CommandResult> ApplyAsync(string manifest, params string[] arguments) =>
        RunAsync(KubectlPath, ["apply", "--validate=false", "-f", "-", .. arguments], manifest);

    /// <summary>Makes an AWS account that nobody else uses.</summary>
    /// <param name="region">Where the account's commands go unless they say otherwise.</param>
    /// <param name="endpoint">The AWS that has it; <see cref="AwsEndpointUrl"/> when null.</param>
    public Task<TestAccount> NewAccountAsync(string region = "us-east-1", Uri? endpoint = null) =>
        TestAccount.AssumeAsync(this, endpoint ?? AwsEndpointUrl, NewAccountId(), region);

    /// <summary>Creates a namespace with a name of its own; disposing of the scope deletes it.</summary>
    public Task<NamespaceScope> NewNamespaceAsync(string prefix = "test") => NamespaceScope.CreateAsync(this, NewName(prefix));

    /// <summary>Starts a proxy in front of <see cref="AwsEndpointUrl"/>.</summary>
    public Task<FaultProxy> ProxyAwsAsync() => FaultProxy.StartAsync(AwsEndpointUrl);

    /// <summary>Starts a proxy in front of the API server, with a certificate that its clients trust.</summary>
    /// <exception cref="InvalidOperationException">The cluster is not ours, so that its clients would not trust the proxy.</exception>
    public Task<ApiServerProxy> ProxyApiServerAsync() =>
        EtcdUrl is null
            ? throw new InvalidOperationException("The cluster of DIRECTROUTE_TEST_KUBECONFIG cannot be proxied; take a private environment.")
            : ApiServerProxy.StartAsync(this);

    private protected static async Task<IReadOnlyDictionary<string, string>> UpAsync(
        IReadOnlyDictionary<string, string> variables, CancellationToken cancellation)
    {
        var up = Repository.PathOf("tests", "environment", "up");
        var result = await CommandRunner.RunAsync(up, [], variables, null, cancellation);
        return EnvironmentVariables.Parse(result.EnsureSuccess().Output);
    }

    private static async Task<TestEnvironment> StartSharedAsync() =>
        new(await UpAsync(EnvironmentVariables.OfThisProcess(), CancellationToken.None));

    [GeneratedRegex("""server:\s*"?([^"\s,}]+)""")]
    private static partial Regex ServerLine();
}

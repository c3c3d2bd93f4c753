using DirectRoute.Testing;

namespace DirectRoute.EndToEnd.Harness;

/// <summary>What <c>kubectl apply -k config</c> installs, in one cluster, and a kubeconfig with just the rights of the operator's service account.</summary>
internal sealed class Installation
{
    /// <summary>The operator's own namespace.</summary>
    public const string Namespace = "directroute-system";

    private const string ServiceAccount = "direct-operator";
    private static readonly Lazy<Task<(Installation, OperatorProcess)>> SharedOperator = new(StartSharedAsync);

    private Installation(TestEnvironment environment, string kubeconfig)
    {
        Environment = environment;
        Kubeconfig = kubeconfig;
    }

    public TestEnvironment Environment { get; }

    /// <summary>The operator's way to the API server.</summary>
    public string Kubeconfig { get; }

    /// <summary>The installation in the shared cluster, with one operator for all tests that do not harm it.</summary>
    public static async Task<Installation> SharedAsync() => (await SharedOperator.Value).Item1;

    /// <summary>The operator of <see cref="SharedAsync"/>.</summary>
    public static async Task<OperatorProcess> OperatorAsync() => (await SharedOperator.Value).Item2;

    /// <summary>Installs everything but the running operator.</summary>
    public static async Task<Installation> InstallAsync(TestEnvironment environment)
    {
        // Kubernetes before 1.25 does not know the kinds' CEL rules, and kubectl would refuse them for it.
        (await environment.KubectlAsync("apply", "--validate=false", "-k", Repository.PathOf("config"))).EnsureSuccess();
        foreach (var crd in (string[])["awsaccounts", "directapis", "directroutes", "integrationroles"])
            (await environment.KubectlAsync("wait", "--for=condition=Established", "--timeout=60s", $"crd/{crd}.directroute.dev")).EnsureSuccess();
        return new Installation(environment, await KubeconfigOfServiceAccountAsync(environment));
    }

    /// <summary>Starts an operator of this installation.</summary>
    public Task<OperatorProcess> StartOperatorAsync(string clusterName, params string[] arguments) =>
        OperatorProcess.StartAsync(Environment, Kubeconfig, [$"--cluster-name={clusterName}", $"--namespace={Namespace}", .. arguments]);

    private static async Task<(Installation, OperatorProcess)> StartSharedAsync()
    {
        var installation = await InstallAsync(await TestEnvironment.SharedAsync());
        return (installation, await installation.StartOperatorAsync("end-to-end"));
    }

    private static async Task<string> KubeconfigOfServiceAccountAsync(TestEnvironment environment)
    {
        var token = (await environment.KubectlAsync("create", "token", ServiceAccount, "--namespace", Namespace, "--duration=6h")).EnsureSuccess().Output.Trim();
        var path = Path.Combine(Path.GetTempPath(), TestEnvironment.NewName("operator") + ".kubeconfig");
        await File.WriteAllTextAsync(path, $$$"""
            {"apiVersion": "v1", "kind": "Config", "current-context": "operator",
             "contexts": [{"name": "operator", "context": {"cluster": "test", "user": "operator"}}],
             "clusters": [{"name": "test", "cluster": {"server": "{{{environment.ApiServerUrl}}}", "certificate-authority": "{{{environment.CertificateAuthorityPath}}}"}}],
             "users": [{"name": "operator", "user": {"token": "{{{token}}}"}}]}
            """);
        return path;
    }
}

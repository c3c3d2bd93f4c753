using System.Text.Json.Nodes;

namespace DirectRoute.Kubernetes.Configuration;

/// <summary>The command that a kubeconfig names for getting credentials.</summary>
internal sealed record ExecPlugin
{
    private static readonly string[] Versions = ["client.authentication.k8s.io/v1", "client.authentication.k8s.io/v1beta1"];

    /// <summary>Where it stands in the kubeconfig, for messages.</summary>
    public required string Origin { get; init; }
    public required string ApiVersion { get; init; }

    /// <summary>A path, or a name to look up in <c>PATH</c>.</summary>
    public required string Command { get; init; }
    public IReadOnlyList<string> Arguments { get; init; } = [];
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>What to tell people who lack the command.</summary>
    public string? InstallHint { get; init; }

    /// <summary>What the command is told about the cluster, or null when it does not ask.</summary>
    public JsonObject? Cluster { get; init; }

    /// <summary>How long the command may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    public static ExecPlugin Read(ConfigNode exec, KubernetesClientConfiguration target, ConfigNode cluster, HostEnvironment environment)
    {
        var version = exec.RequiredText("apiVersion");
        if (!Versions.Contains(version)) throw exec.Error("apiVersion", $"'{version}' is not supported; {string.Join(" and ", Versions)} are");
        RequireNoTerminal(exec);
        var command = exec.RequiredText("command");
        // As kubectl does: a command with a folder in it counts from the kubeconfig, a bare name is looked up.
        return new ExecPlugin
        {
            Origin = exec.ToString(),
            ApiVersion = version,
            Command = command.Contains(Path.DirectorySeparatorChar) ? exec.FilePath("command")! : FindInPath(command, environment),
            Arguments = exec.Texts("args"),
            Environment = Variables(exec),
            InstallHint = exec.Text("installHint"),
            Cluster = exec.Flag("provideClusterInfo") ? ClusterInfo(target, cluster) : null,
        };
    }

    /// <summary>What the command finds in <c>KUBERNETES_EXEC_INFO</c>.</summary>
    public string Info()
    {
        var spec = new JsonObject { ["interactive"] = false };
        if (Cluster is not null) spec["cluster"] = Cluster.DeepClone();
        return new JsonObject { ["apiVersion"] = ApiVersion, ["kind"] = "ExecCredential", ["spec"] = spec }.ToJsonString();
    }

    private static void RequireNoTerminal(ConfigNode exec)
    {
        switch (exec.Text("interactiveMode"))
        {
            case null or "Never" or "IfAvailable":
                return;
            case "Always":
                throw exec.Error("interactiveMode", "is Always, but there is no terminal to ask anybody on");
            case var other:
                throw exec.Error("interactiveMode", $"'{other}' is none of Never, IfAvailable, Always");
        }
    }

    private static Dictionary<string, string> Variables(ConfigNode exec)
    {
        Dictionary<string, string> variables = [];
        foreach (var entry in exec.Objects("env")) variables[entry.RequiredText("name")] = entry.Text("value") ?? "";
        return variables;
    }

    // A bare name must not be found beside the kubeconfig or in the working folder.
    private static string FindInPath(string command, HostEnvironment environment)
    {
        var folders = (environment.Variable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return folders.Where(Path.IsPathRooted).Select(folder => Path.Combine(folder, command)).FirstOrDefault(File.Exists) ?? command;
    }

    private static JsonObject ClusterInfo(KubernetesClientConfiguration target, ConfigNode cluster)
    {
        var info = new JsonObject { ["server"] = target.Server.AbsoluteUri.TrimEnd('/') };
        if (target.TlsServerName is { } name) info["tls-server-name"] = name;
        if (target.SkipTlsVerify) info["insecure-skip-tls-verify"] = true;
        if (target.CertificateAuthority is { } pem) info["certificate-authority-data"] = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(pem));
        if (target.Proxy is { } proxy) info["proxy-url"] = proxy.AbsoluteUri;
        var extension = cluster.Objects("extensions").FirstOrDefault(e => e.Text("name") == "client.authentication.k8s.io/exec");
        if (extension?.Members["extension"] is { } config) info["config"] = config.DeepClone();
        return info;
    }
}

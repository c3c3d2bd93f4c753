using System.Text.Json.Nodes;

namespace DirectRoute.Charts.Tests;

/// <summary>The operator's objects on the API server, in a namespace of their own; taken away again when disposed of. No pod runs there: no kubelet does.</summary>
internal sealed class Installation : IAsyncDisposable
{
    private readonly TestEnvironment environment;
    private readonly Manifests manifests;

    private Installation(TestEnvironment environment, Manifests manifests, string ns, string serviceAccount)
    {
        this.environment = environment;
        this.manifests = manifests;
        Namespace = ns;
        User = $"system:serviceaccount:{ns}:{serviceAccount}";
    }

    public string Namespace { get; }

    /// <summary>As whom the API server sees the operator.</summary>
    public string User { get; }

    /// <summary>By one of the two ways: <c>helm</c> or <c>kustomize</c>.</summary>
    public static Task<Installation> ByAsync(string way) => way == "helm" ? ByHelmAsync() : ByKustomizeAsync();

    public static async Task<Installation> ByKustomizeAsync()
    {
        var environment = await TestEnvironment.SharedAsync();
        using var overlay = new Overlay();
        var manifests = await overlay.BuildAsync(environment);
        return await ApplyAsync(environment, manifests, overlay.Namespace, overlay.Prefix + "direct-operator");
    }

    public static async Task<Installation> ByHelmAsync()
    {
        var environment = await TestEnvironment.SharedAsync();
        var release = TestEnvironment.NewName("t");
        var values = Chart.Values(v =>
        {
            v["replicas"] = 2;
            v["serviceAccount"] = new JsonObject { ["annotations"] = new JsonObject { ["eks.amazonaws.com/role-arn"] = "arn:aws:iam::123456789012:role/op" } };
        });
        var chart = await Chart.RenderAsync(values, release, release, "policy/v1beta1");
        var ns = new JsonObject { ["apiVersion"] = "v1", ["kind"] = "Namespace", ["metadata"] = new JsonObject { ["name"] = release } };
        return await ApplyAsync(environment, new Manifests([ns, .. chart.All]), release, $"{release}-direct-operator");
    }

    /// <summary>Those of the requests that the API server would allow to a user, in their order.</summary>
    public async Task<AccessRequest[]> AllowedAsync(string user, AccessRequest[] requests)
    {
        var reviews = new Manifests([.. requests.Select(r => r.ReviewFor(user, Namespace))]);
        var reviewed = await environment.RunAsync(
            environment.KubectlPath, ["create", "-f", "-", "-o", "jsonpath={.status.allowed}{\"\\n\"}"], reviews.ToList());
        var answers = reviewed.EnsureSuccess().Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(requests.Length, answers.Length);
        return [.. requests.Where((_, i) => bool.Parse(answers[i]))];
    }

    public Task<CommandResult> KubectlAsync(params string[] arguments) => environment.KubectlAsync([$"--namespace={Namespace}", .. arguments]);

    /// <summary>Applies a manifest in the installation's namespace, checked by the API server alone.</summary>
    public Task<CommandResult> ApplyAsync(string manifest) => environment.ApplyAsync(manifest, $"--namespace={Namespace}", "--dry-run=server");

    public async ValueTask DisposeAsync()
    {
        var result = await environment.RunAsync(environment.KubectlPath, ["delete", "--wait=false", "--ignore-not-found", "-f", "-"], manifests.ToList());
        result.EnsureSuccess();
    }

    // The kinds are shared by every test of the cluster: they are applied, and left.
    private static async Task<Installation> ApplyAsync(TestEnvironment environment, Manifests all, string ns, string serviceAccount)
    {
        var kinds = all.Where(IsKind);
        if (kinds.All.Count > 0)
        {
            var applied = await environment.ApplyAsync(kinds.ToList());
            applied.EnsureSuccess();
            var established = await environment.KubectlAsync(
                ["wait", "--for=condition=Established", "--timeout=60s", .. kinds.All.Select(k => $"crd/{Manifests.NameOf(k)}")]);
            established.EnsureSuccess();
        }
        var installation = new Installation(environment, all.Where(o => !IsKind(o)), ns, serviceAccount);
        try
        {
            var applied = await environment.ApplyAsync(installation.manifests.ToList());
            applied.EnsureSuccess();
            return installation;
        }
        catch
        {
            await installation.DisposeAsync();
            throw;
        }
    }

    private static bool IsKind(JsonObject manifest) => (string?)manifest["kind"] == "CustomResourceDefinition";
}

namespace DirectRoute.Charts.Tests;

/// <summary>Both ways to install, on a real API server with RBAC.</summary>
public sealed class InstallationTests
{
    private const string Accounts = "awsaccounts.directroute.dev";
    private const string Apis = "directapis.directroute.dev directroutes.directroute.dev";
    private const string Roles = "integrationroles.directroute.dev";
    private const string Kinds = $"{Accounts} {Apis} {Roles}";
    private const string Leases = "leases.coordination.k8s.io";

    [Theory]
    [InlineData("helm")]
    [InlineData("kustomize")]
    public async Task Install_OperatorsServiceAccount_MayDoWhatItNeedsAndNothingElse(string way)
    {
        await using var installation = await Installation.ByAsync(way);

        AccessRequest[] needed =
        [
            .. AccessRequest.Each("get list watch patch", Kinds, ns: "default"),
            .. AccessRequest.Each("patch", StatusOf(Kinds), ns: "default"),
            .. AccessRequest.Each("get list watch", "namespaces"),
            .. AccessRequest.Each("create patch", "events", ns: "default"),
            .. AccessRequest.Each("create", Leases),
            .. AccessRequest.Each("get update patch", Leases, "direct-operator"),
            .. AccessRequest.Each("get", "secrets", "aws-key"),
        ];
        AccessRequest[] withheld =
        [
            .. AccessRequest.Each("create update delete deletecollection", Kinds),
            .. AccessRequest.Each("get update", StatusOf(Kinds)),
            .. AccessRequest.Each("create update patch delete", "namespaces"),
            .. AccessRequest.Each("get list watch update delete", "events"),
            .. AccessRequest.Each("list watch delete", Leases, "direct-operator"),
            .. AccessRequest.Each("get update patch", Leases, "another"),
            .. AccessRequest.Each("create", Leases, ns: "default"),
            .. AccessRequest.Each("list watch create update patch delete", "secrets"),
            .. AccessRequest.Each("get", "secrets", "aws-key", "default"),
            .. AccessRequest.Each("get list watch", "pods configmaps serviceaccounts nodes"),
            .. AccessRequest.Each("create", "serviceaccounts/token pods pods/exec"),
            .. AccessRequest.Each("create patch bind escalate", "clusterroles.rbac.authorization.k8s.io roles.rbac.authorization.k8s.io"),
            .. AccessRequest.Each("impersonate", "users groups serviceaccounts"),
        ];
        Assert.Equal(needed, await installation.AllowedAsync(installation.User, [.. needed, .. withheld]));
    }

    [Theory]
    [InlineData("helm")]
    [InlineData("kustomize")]
    public async Task Install_KubernetesOwnRoles_HaveTheKinds(string way)
    {
        await using var installation = await Installation.ByAsync(way);
        string[] roles = ["view", "edit", "admin"];
        foreach (var role in roles)
        {
            var bound = await installation.KubectlAsync("create", "rolebinding", role, $"--clusterrole={role}", $"--user=test-{role}");
            bound.EnsureSuccess();
        }

        AccessRequest[] read = [.. AccessRequest.Each("get list watch", $"{Apis} {Roles}")];
        AccessRequest[] write = [.. AccessRequest.Each("create update patch delete deletecollection", Apis)];
        AccessRequest[] grant = [.. AccessRequest.Each("create update patch delete deletecollection", Roles)];
        AccessRequest[] nobody =
        [
            .. AccessRequest.Each("get list create update patch delete", Accounts),
            .. AccessRequest.Each("update patch", StatusOf($"{Apis} {Roles}")),
        ];
        AccessRequest[] all = [.. read, .. write, .. grant, .. nobody];
        // A controller adds a ClusterRole's rules to the roles that aggregate it: they come a moment later, and all of one role at once.
        await EventuallyAsync(async () => (await installation.AllowedAsync("test-admin", grant)).Length > 0);
        await EventuallyAsync(async () => (await installation.AllowedAsync("test-edit", write)).Length > 0);
        await EventuallyAsync(async () => (await installation.AllowedAsync("test-view", read)).Length > 0);
        Assert.Equal(read, await installation.AllowedAsync("test-view", all));
        Assert.Equal(read.Concat(write), await installation.AllowedAsync("test-edit", all));
        Assert.Equal(read.Concat(write).Concat(grant), await installation.AllowedAsync("test-admin", all));
    }

    [Theory]
    [InlineData("helm")]
    [InlineData("kustomize")]
    public async Task Install_Deployment_RunsRestricted(string way)
    {
        await using var installation = await Installation.ByAsync(way);

        var stored = await installation.KubectlAsync("get", "deployments", "-o", "jsonpath={range .items[*].spec.template.spec}"
            + "{.securityContext.runAsNonRoot} {.securityContext.seccompProfile.type} {.containers[*].securityContext.allowPrivilegeEscalation} "
            + "{.containers[*].securityContext.readOnlyRootFilesystem} {.containers[*].securityContext.capabilities.drop[*]}{end}");
        Assert.Equal("true RuntimeDefault false true ALL", stored.EnsureSuccess().Output);
    }

    private static string StatusOf(string resources) => string.Join(' ', resources.Split(' ').Select(r => $"{r}/status"));

    private static async Task EventuallyAsync(Func<Task<bool>> condition)
    {
        var deadline = TimeProvider.System.GetUtcNow() + TimeSpan.FromSeconds(60);
        while (!await condition())
        {
            Assert.True(TimeProvider.System.GetUtcNow() < deadline, "The rules were not aggregated within a minute.");
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, CancellationToken.None);
        }
    }
}

using System.Text.Json;
using DirectRoute.EndToEnd.Harness;
using DirectRoute.Testing;

namespace DirectRoute.EndToEnd;

/// <summary>Where, as whom and for whom the operator works.</summary>
public sealed class AwsAccountTests
{
    [Fact]
    public async Task AssumedRole_SessionNameIsTheCallers()
    {
        await using var scenario = await Scenario.StartAsync();

        await ApplyCredentialsAsync(scenario, $"{{assumeRole: {{roleArn: \"{scenario.Aws.RoleArn}\", sessionName: shop-operator}}}}");

        var account = await CallerAsync(scenario, "shop-operator");
        Assert.Equal(scenario.Aws.Id, Scenario.StatusOf(account, "accountId"));
        Assert.Equal("aws", Scenario.StatusOf(account, "partition"));
    }

    [Fact]
    public async Task SecretIsMissingThenIncompleteThenThere_EachIsSaidAndTheLastWorks()
    {
        await using var scenario = await Scenario.StartAsync();
        await using var secret = new OwnSecret(await EnvironmentAsync(), scenario.AccountName);

        await ApplyCredentialsAsync(scenario, $"{{secretRef: {{name: {secret.Name}}}}}");
        var missing = await scenario.ConditionAsync(Account(scenario), "Ready", "False", "RefNotFound");
        Assert.Contains($"'{secret.Name}'", Scenario.MessageOf(missing, "Ready"), StringComparison.Ordinal);
        Assert.Contains($"'{Installation.Namespace}'", Scenario.MessageOf(missing, "Ready"), StringComparison.Ordinal);

        await secret.PutAsync(("aws_access_key_id", scenario.Aws.AccessKeyId));
        await TouchAsync(scenario, "incomplete");
        var incomplete = await scenario.ConditionAsync(Account(scenario), "Ready", "False", "SecretIncomplete");
        Assert.Contains("aws_secret_access_key", Scenario.MessageOf(incomplete, "Ready"), StringComparison.Ordinal);

        await secret.PutAsync(KeysOf(scenario.Aws.AccessKeyId, scenario.Aws.SecretAccessKey, scenario.Aws.SessionToken));
        await TouchAsync(scenario, "complete");
        var ready = await scenario.ReadyAsync(Account(scenario));
        Assert.Equal(scenario.Aws.Id, Scenario.StatusOf(ready, "accountId"));
        await scenario.ApplyAsync(scenario.ApiManifest("orders", "REST"));
        await scenario.ReadyAsync("directapi/orders");
    }

    [Fact]
    public async Task SecretOfAnotherNamespace_IsNotRead()
    {
        await using var scenario = await Scenario.StartAsync();
        (await scenario.Namespace.KubectlAsync(
            "create", "secret", "generic", scenario.AccountName, $"--from-literal=aws_access_key_id={scenario.Aws.AccessKeyId}",
            $"--from-literal=aws_secret_access_key={scenario.Aws.SecretAccessKey}")).EnsureSuccess();

        await ApplyCredentialsAsync(scenario, $"{{secretRef: {{name: {scenario.AccountName}}}}}");

        await scenario.ConditionAsync(Account(scenario), "Ready", "False", "RefNotFound");
    }

    [Fact]
    public async Task SecretIsRotated_NewKeyIsUsedAndTheApiGoesOn()
    {
        await using var scenario = await Scenario.StartAsync();
        await using var secret = new OwnSecret(await EnvironmentAsync(), scenario.AccountName);
        await secret.PutAsync(await SessionAsync(scenario, "before"));
        await ApplyCredentialsAsync(scenario, $"{{secretRef: {{name: {secret.Name}}}}}");
        await CallerAsync(scenario, "before");
        await scenario.ApplyAsync(scenario.ApiManifest("orders", "REST"));
        var id = Scenario.StatusOf(await scenario.ReadyAsync("directapi/orders"), "apiId");

        await secret.PutAsync(await SessionAsync(scenario, "after"));

        // Nobody tells the operator of it: it looks each minute.
        await CallerAsync(scenario, "after", TimeSpan.FromMinutes(3));
        await scenario.ApplyAsync(scenario.SendMessageManifest("send-message", "orders"));
        await scenario.ReadyAsync("directroute/send-message");
        Assert.Equal(id, Assert.Single(await scenario.RestApisAsync()));
    }

    [Fact]
    public async Task EndpointOfEachService_ItsCallsGoThereAndNowhereElse()
    {
        var environment = await EnvironmentAsync();
        await using var gateway = await environment.ProxyGatewayAsync();
        await using var iam = await environment.ProxyGatewayAsync();
        await using var sts = await environment.ProxyGatewayAsync();
        await using var rest = await environment.ProxyGatewayAsync();
        await using var scenario = await Scenario.StartAsync(rest.Address);
        await scenario.ReadyAsync(Account(scenario));
        rest.ClearRequests();

        await scenario.ApplyAsync(scenario.AccountManifest($"endpointUrls: {{apiGateway: \"{Url(gateway)}\", iam: \"{Url(iam)}\", sts: \"{Url(sts)}\"}}"));
        await scenario.ReadyAsync(Account(scenario));
        await scenario.ApplyAsync(scenario.ApiManifest("orders", "REST"), scenario.SendMessageManifest("send-message", "orders"));
        await scenario.ReadyAsync("directroute/send-message");

        Assert.NotEmpty(gateway.Requests);
        Assert.All(gateway.Requests, r => Assert.Contains("/restapis", r.Path, StringComparison.Ordinal));
        Assert.Contains(iam.Requests, r => r.Body.Contains("Action=CreateRole", StringComparison.Ordinal));
        Assert.Contains(sts.Requests, r => r.Body.Contains("Action=GetCallerIdentity", StringComparison.Ordinal));
        Assert.Empty(rest.Requests);
    }

    [Fact]
    public async Task AccountIsDeletedWhileInUse_WaitsSaysSoAndGoesAfterItsLastUser()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.ApplyAsync(scenario.ApiManifest("orders", "REST"), scenario.RoleManifest("writer"), scenario.SendMessageManifest("send-message", "orders"));
        await scenario.ReadyAsync("directroute/send-message");
        await scenario.ReadyAsync("integrationrole/writer");

        await scenario.StartDeletionAsync(Account(scenario));

        await scenario.ConditionAsync(Account(scenario), "Ready", "False", "InUse");
        await scenario.DeleteAsync("directroute/send-message", "directapi/orders");
        await scenario.ConditionAsync(Account(scenario), "Ready", "False", "InUse");
        await scenario.DeleteAsync("integrationrole/writer");
        await scenario.GoneAsync(Account(scenario));
        Assert.Empty(await scenario.RestApisAsync());
        Assert.Empty(await scenario.RolesAsync());
    }

    [Fact]
    public async Task GrantIsWithdrawn_ApiSaysSoAndStaysInAws()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.ApplyAsync(scenario.ApiManifest("orders", "REST"), scenario.RoleManifest("writer"));
        await scenario.ReadyAsync("directapi/orders");
        await scenario.ReadyAsync("integrationrole/writer");

        await scenario.ApplyAsync(scenario.AccountManifest("namespaces: {from: Selector, selector: {matchLabels: {team: payments}}}"));

        await scenario.ConditionAsync("directapi/orders", "Ready", "False", "NotAllowedByAccount");
        await scenario.ConditionAsync("integrationrole/writer", "Ready", "False", "NotAllowedByAccount");
        Assert.Single(await scenario.RestApisAsync());
        Assert.Single(await scenario.RolesAsync());
        (await scenario.Namespace.KubectlAsync("label", "namespace", scenario.Namespace.Name, "team=payments")).EnsureSuccess();
        await scenario.ReadyAsync("directapi/orders");
        await scenario.ReadyAsync("integrationrole/writer");
    }

    private static async Task<TestEnvironment> EnvironmentAsync() => (await Installation.SharedAsync()).Environment;

    private static string Account(Scenario scenario) => $"awsaccount/{scenario.AccountName}";

    private static string Url(FaultProxy proxy) => proxy.Address.ToString().TrimEnd('/');

    private static async Task ApplyCredentialsAsync(Scenario scenario, string credentials) => await scenario.ApplyAsync($$"""
        apiVersion: directroute.dev/v1alpha1
        kind: AwsAccount
        metadata: {name: {{scenario.AccountName}}}
        spec:
          region: {{scenario.Aws.Region}}
          endpointUrl: {{scenario.Endpoint.ToString().TrimEnd('/')}}
          credentials: {{credentials}}
        """);

    /// <summary>The operator looks at an account again when it changes.</summary>
    private static async Task TouchAsync(Scenario scenario, string mark) =>
        (await scenario.Namespace.KubectlAsync("annotate", Account(scenario), "--overwrite", $"test/mark={mark}")).EnsureSuccess();

    private static Task<JsonElement> CallerAsync(Scenario scenario, string session, TimeSpan? patience = null) => Eventually.SeeAsync(
        $"AWS sees the operator as {session}", () => scenario.GetAsync(Account(scenario)),
        a => a.TryGetProperty("status", out var status) && status.TryGetProperty("callerArn", out var caller) && caller.GetString()!.EndsWith($"/{session}", StringComparison.Ordinal), patience);

    /// <summary>Temporary credentials, by whose session name AWS tells them from others.</summary>
    private static async Task<(string, string)[]> SessionAsync(Scenario scenario, string name)
    {
        var answer = await scenario.Aws.QueryAsync("sts", "assume-role", "--role-arn", scenario.Aws.RoleArn, "--role-session-name", name);
        var credentials = answer.GetProperty("Credentials");
        return KeysOf(Text("AccessKeyId"), Text("SecretAccessKey"), Text("SessionToken"));

        string Text(string key) => credentials.GetProperty(key).GetString()!;
    }

    private static (string, string)[] KeysOf(string id, string key, string token) =>
        [("aws_access_key_id", id), ("aws_secret_access_key", key), ("aws_session_token", token)];

    /// <summary>A Secret in the operator's own namespace.</summary>
    private sealed class OwnSecret(TestEnvironment environment, string name) : IAsyncDisposable
    {
        public string Name => name;

        public async Task PutAsync(params (string Key, string Value)[] keys)
        {
            var data = string.Join(", ", keys.Select(k => $"\"{k.Key}\": \"{k.Value}\""));
            (await environment.ApplyAsync($$"""
                apiVersion: v1
                kind: Secret
                metadata: {name: {{name}}, namespace: {{Installation.Namespace}} }
                stringData: { {{data}} }
                """)).EnsureSuccess();
        }

        public async ValueTask DisposeAsync() =>
            await environment.KubectlAsync("delete", "secret", name, "--namespace", Installation.Namespace, "--ignore-not-found", "--wait=false");
    }
}

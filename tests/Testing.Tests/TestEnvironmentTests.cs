using System.Net;
using System.Text.Json;

namespace DirectRoute.Testing;

public sealed class TestEnvironmentTests
{
    [Fact]
    public async Task SharedAsync_AskedTwice_IsOneEnvironmentWhoseApiServerAnswers()
    {
        var environment = await TestEnvironment.SharedAsync();

        Assert.Same(environment, await TestEnvironment.SharedAsync());
        Assert.Equal("ok", (await environment.KubectlAsync("get", "--raw", "/readyz")).EnsureSuccess().Output);
    }

    [Fact]
    public async Task Variables_OfACallerWithAProfile_LeadToTheEnvironmentAlone()
    {
        var environment = await TestEnvironment.SharedAsync();

        Assert.DoesNotContain("AWS_PROFILE", environment.Variables.Keys);
        Assert.Equal("/dev/null", environment.Variables["AWS_CONFIG_FILE"]);
        Assert.Equal("/dev/null", environment.Variables["AWS_SHARED_CREDENTIALS_FILE"]);
        Assert.Equal(environment.KubeconfigPath, environment.Variables["KUBECONFIG"]);
    }

    [Fact]
    public async Task KubectlAsync_AsNobody_IsForbiddenByRbac()
    {
        var environment = await TestEnvironment.SharedAsync();

        var result = await environment.KubectlAsync("--context", "nobody", "get", "configmaps");

        Assert.False(result.Succeeded);
        Assert.Contains("Forbidden", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NewNamespaceAsync_Disposed_IsDeleted()
    {
        var environment = await TestEnvironment.SharedAsync();
        string name;
        await using (var scope = await environment.NewNamespaceAsync("scope"))
        {
            name = scope.Name;
            var applied = await scope.ApplyAsync("""{"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "x"}}""");
            applied.EnsureSuccess();
            Assert.Equal("configmap/x", (await scope.KubectlAsync("get", "configmap", "x", "-o", "name")).Output.Trim());
        }

        var gone = await environment.KubectlAsync("wait", "--for=delete", $"namespace/{name}", "--timeout=60s");

        gone.EnsureSuccess();
    }

    [Fact]
    public async Task NewAccountAsync_Twice_KeepsTheirResourcesApart()
    {
        var environment = await TestEnvironment.SharedAsync();
        var one = await environment.NewAccountAsync();
        var other = await environment.NewAccountAsync("eu-west-1");
        await one.QueryAsync("sqs", "create-queue", "--queue-name", "orders");
        await one.QueryAsync("iam", "create-role", "--role-name", "orders", "--assume-role-policy-document", """{"Version": "2012-10-17"}""");
        await one.QueryAsync("apigateway", "create-rest-api", "--name", "orders");
        await one.QueryAsync("apigatewayv2", "create-api", "--name", "orders", "--protocol-type", "HTTP");

        Assert.Equal(one.Id, (await one.QueryAsync("sts", "get-caller-identity")).GetProperty("Account").GetString());
        Assert.Equal("1 1 1 1", await CountAsync(one));
        Assert.Equal("0 0 0 0", await CountAsync(other));
    }

    [Fact]
    public async Task RestartApiServerAsync_OfAPrivateEnvironment_KeepsItsDataAndAddress()
    {
        var shared = await TestEnvironment.SharedAsync();
        await using var environment = await TestEnvironment.PrivateAsync("--watch-cache=false");
        Assert.NotEqual(shared.ApiServerUrl, environment.ApiServerUrl);
        (await environment.KubectlAsync("create", "configmap", "kept")).EnsureSuccess();
        var address = environment.ApiServerUrl;

        await environment.RestartApiServerAsync();

        Assert.Equal(address, environment.ApiServerUrl);
        Assert.True((await environment.KubectlAsync("get", "configmap", "kept")).Succeeded);
    }

    [Fact]
    public async Task DisposeAsync_OfAPrivateEnvironment_LeavesNothing()
    {
        string directory;
        Uri aws;
        await using (var environment = await TestEnvironment.PrivateAsync())
        {
            directory = environment.Variables["DIRECTROUTE_RUN"];
            aws = environment.AwsEndpointUrl;
            Assert.True(Directory.Exists(directory));
        }

        Assert.False(Directory.Exists(directory));
        using var client = new HttpClient();
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(aws));
    }

    [Fact]
    public async Task ProxyApiServerAsync_ForKubectl_PassesRecordsAndFails()
    {
        var environment = await TestEnvironment.SharedAsync();
        await using var front = await environment.ProxyApiServerAsync();
        string[] command = ["--kubeconfig", front.KubeconfigPath, "get", "--raw", "/version"];

        var passed = await environment.KubectlAsync(command);
        front.Proxy.Inject(new Fault.Answer(HttpStatusCode.InternalServerError), match: r => r.Path == "/version");
        var failed = await environment.KubectlAsync(command);

        passed.EnsureSuccess();
        Assert.False(failed.Succeeded);
        Assert.Equal(2, front.Proxy.Requests.Count(r => r is { Method: "GET", Path: "/version" }));
    }

    [Fact]
    public async Task RunAsync_OfAProgramThatIsMissing_SaysWhichOne()
    {
        var environment = await TestEnvironment.SharedAsync();

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => environment.RunAsync("no-such-program", "--help"));

        Assert.Contains("no-such-program --help", failure.Message, StringComparison.Ordinal);
    }

    // Queues, roles, REST APIs and HTTP APIs.
    private static async Task<string> CountAsync(TestAccount account)
    {
        var queues = Count(await account.QueryAsync("sqs", "list-queues"), "QueueUrls");
        var roles = Count(await account.QueryAsync("iam", "list-roles"), "Roles");
        var rest = Count(await account.QueryAsync("apigateway", "get-rest-apis"), "items");
        var http = Count(await account.QueryAsync("apigatewayv2", "get-apis"), "Items");
        return $"{queues} {roles} {rest} {http}";
    }

    private static int Count(JsonElement answer, string list) =>
        answer.TryGetProperty(list, out var items) ? items.GetArrayLength() : 0;
}

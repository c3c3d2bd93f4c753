using System.Net;
using DirectRoute.EndToEnd.Harness;
using DirectRoute.Operator.Hosting;
using DirectRoute.Testing;

namespace DirectRoute.EndToEnd;

/// <summary>What a kubelet, a Prometheus and an administrator see of the process.</summary>
public sealed class ProbesTests
{
    [Fact]
    public async Task Leader_IsHealthyAndReadyAndCountsItsWork()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.ApplyAsync(scenario.ApiManifest("orders", "REST"), scenario.SendMessageManifest("send-message", "orders"));
        await scenario.ReadyAsync("directroute/send-message");
        var leader = await Installation.OperatorAsync();

        Assert.Equal((HttpStatusCode.OK, "ok\n"), await GetAsync(leader, "/healthz"));
        Assert.Equal((HttpStatusCode.OK, "ok\n"), await GetAsync(leader, "/readyz"));
        var (status, metrics) = await GetAsync(leader, "/metrics");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("# TYPE directroute_aws_calls_total counter\n", metrics, StringComparison.Ordinal);
        Assert.Contains("directroute_aws_calls_total{service=\"apigateway\",operation=\"CreateRestApi\",outcome=\"Success\"}", metrics, StringComparison.Ordinal);
        Assert.Contains("directroute_kubernetes_reconciles_total{queue=\"apis\",result=\"Done\"}", metrics, StringComparison.Ordinal);
        Assert.Contains("directroute_kubernetes_informer_objects{kind=\"DirectApi\"}", metrics, StringComparison.Ordinal);
        Assert.Contains("directroute_kubernetes_lease_leading 1\n", metrics, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MetricsAndLog_HoldNoSecretAndNoNameOfAnObject()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.ApplyAsync(scenario.ApiManifest("orders", "REST"), scenario.SendMessageManifest("send-message", "orders"));
        await scenario.ReadyAsync("directroute/send-message");
        var leader = await Installation.OperatorAsync();

        var metrics = (await GetAsync(leader, "/metrics")).Body;

        foreach (var name in (string[])[scenario.Namespace.Name, scenario.Aws.Id, "send-message"]) Assert.DoesNotContain(name, metrics, StringComparison.Ordinal);
        var secret = (await Installation.SharedAsync()).Environment.Variables["AWS_SECRET_ACCESS_KEY"];
        var token = await File.ReadAllTextAsync((await Installation.SharedAsync()).Kubeconfig);
        Assert.DoesNotContain($"\"{secret}\"", metrics, StringComparison.Ordinal);
        Assert.DoesNotContain(token.Split("\"token\": \"")[1].Split('"')[0], leader.Log + metrics, StringComparison.Ordinal);
        Assert.DoesNotContain("SecretAccessKey", leader.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Standby_IsReadyAndIdleAndTakesOverWhenTheLeaderStops()
    {
        await using var environment = await TestEnvironment.PrivateAsync();
        var installation = await Installation.InstallAsync(environment);
        await using var leader = await installation.StartOperatorAsync("standby");
        await LeadsAsync(leader);
        await using var standby = await installation.StartOperatorAsync("standby");
        await using var scenario = await Scenario.StartAsync(environment);
        await scenario.ApplyAsync(scenario.ApiManifest("orders", "REST"));
        await scenario.ReadyAsync("directapi/orders");

        await Eventually.HoldsAsync("the standby is ready", async () => (await GetAsync(standby, "/readyz")).Status == HttpStatusCode.OK);
        var idle = (await GetAsync(standby, "/metrics")).Body;
        Assert.DoesNotContain("directroute_aws_calls_total{", idle, StringComparison.Ordinal);
        Assert.DoesNotContain("directroute_kubernetes_reconciles_total{", idle, StringComparison.Ordinal);
        Assert.Contains("directroute_aws_calls_total{", (await GetAsync(leader, "/metrics")).Body, StringComparison.Ordinal);

        Assert.Equal(0, await leader.StopAsync());
        await scenario.ApplyAsync(scenario.SendMessageManifest("send-message", "orders"));
        await scenario.ReadyAsync("directroute/send-message");
        await LeadsAsync(standby);
        Assert.Single(await scenario.RestApisAsync());
    }

    [Fact]
    public async Task SettingsAreWrong_EndsWithTwoAndNamesEachMistake()
    {
        var environment = await TestEnvironment.SharedAsync();

        var result = await environment.RunAsync("dotnet", typeof(OperatorOptions).Assembly.Location, "--workers=none", "--colour=red");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("cluster-name: missing", result.Error, StringComparison.Ordinal);
        Assert.Contains("workers: 'none'", result.Error, StringComparison.Ordinal);
        Assert.Contains("--colour: no such setting", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task KubeconfigIsMissing_EndsWithTwoAndNamesIt()
    {
        var environment = await TestEnvironment.SharedAsync();

        var result = await environment.RunAsync("dotnet", typeof(OperatorOptions).Assembly.Location, "--cluster-name=c", "--kubeconfig=/nowhere/config");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("/nowhere/config", result.Error, StringComparison.Ordinal);
    }

    private static Task LeadsAsync(OperatorProcess one) =>
        Eventually.HoldsAsync("it leads", async () => (await GetAsync(one, "/metrics")).Body.Contains("directroute_kubernetes_lease_leading 1\n", StringComparison.Ordinal));

    private static async Task<(HttpStatusCode Status, string Body)> GetAsync(OperatorProcess one, string path)
    {
        using var http = new HttpClient();
        using var answer = await http.GetAsync(new Uri(one.Address, path));
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}

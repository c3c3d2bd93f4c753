using DirectRoute.EndToEnd.Harness;
using DirectRoute.Testing;

namespace DirectRoute.EndToEnd;

/// <summary>The operator and the API server come and go; these tests have a cluster of their own.</summary>
public sealed class RestartTests
{
    [Fact]
    public async Task OperatorIsKilledInTheMiddle_NextOneFinishesAndNothingIsDoubled()
    {
        await using var environment = await TestEnvironment.PrivateAsync();
        var installation = await Installation.InstallAsync(environment);
        await using var proxy = await environment.ProxyGatewayAsync();
        await using var first = await installation.StartOperatorAsync("restarts");
        await using var scenario = await Scenario.StartAsync(environment, proxy.Address);
        await scenario.ReadyAsync($"awsaccount/{scenario.AccountName}");

        proxy.Inject(new Fault.Hang(), times: 1, r => r is { Method: "PUT" } && r.Path.EndsWith("/integration", StringComparison.Ordinal));
        await scenario.ApplyAsync(scenario.ApiManifest("orders", "REST"), scenario.SendMessageManifest("send-message", "orders"));
        await Eventually.HoldsAsync("the operator is in the middle of its plan", () => proxy.Requests.Any(r => r.Path.EndsWith("/integration", StringComparison.Ordinal)));
        first.Kill();
        await using var second = await installation.StartOperatorAsync("restarts");

        await scenario.ReadyAsync("directroute/send-message");
        Assert.Single((await scenario.Aws.QueryAsync("apigateway", "get-rest-apis")).GetProperty("items").EnumerateArray());
        Assert.Single((await scenario.Aws.QueryAsync("iam", "list-roles")).GetProperty("Roles").EnumerateArray());
        Assert.Equal(0, await second.StopAsync());
    }

    [Fact]
    public async Task ApiServerIsRestarted_OperatorGoesOnOfItself()
    {
        await using var environment = await TestEnvironment.PrivateAsync();
        var installation = await Installation.InstallAsync(environment);
        await using var running = await installation.StartOperatorAsync("restarts");
        await using var scenario = await Scenario.StartAsync(environment);
        await scenario.ApplyAsync(scenario.ApiManifest("orders", "REST"));
        await scenario.ReadyAsync("directapi/orders");

        await environment.RestartApiServerAsync();
        await scenario.ApplyAsync(scenario.SendMessageManifest("send-message", "orders"));

        await scenario.ReadyAsync("directroute/send-message");
        Assert.Equal(0, await running.StopAsync());
    }
}

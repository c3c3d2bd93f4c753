using System.Text.Json;
using DirectRoute.EndToEnd.Harness;
using DirectRoute.Testing;

namespace DirectRoute.EndToEnd;

/// <summary>Seeing before doing: what is planned is shown and not done, and what is applied is what was shown.</summary>
public sealed class PlanModeTests
{
    [Fact]
    public async Task ReadOnlyOperatorThenPlanThenSuspend_NothingIsWrittenUntilItIsApplied()
    {
        await using var environment = await TestEnvironment.PrivateAsync();
        var installation = await Installation.InstallAsync(environment);
        await using var proxy = await environment.ProxyGatewayAsync();
        await using var scenario = await Scenario.StartAsync(environment, proxy.Address);
        var planned = await ReadOnlyAsync(installation, scenario, proxy);
        await using var running = await installation.StartOperatorAsync("plans");

        var api = await scenario.ReadyAsync("directapi/orders");
        await scenario.ReadyAsync("directroute/send-message");
        Assert.Equal(planned, Writes(proxy).Select(w => (w.Method, w.Action, w.Path)).Distinct().Count());
        Assert.False(api.GetProperty("status").TryGetProperty("plan", out var none), $"{none}");

        await PlanAsync(scenario, proxy);
        await SuspendAsync(scenario, proxy);
        await DeletionWaitsAsync(scenario, proxy);
        Assert.Equal(0, await running.StopAsync());
    }

    /// <summary>Every API is only planned.</summary>
    /// <returns>How many calls the plan makes.</returns>
    private static async Task<int> ReadOnlyAsync(Installation installation, Scenario scenario, FaultProxy proxy)
    {
        await using var reader = await installation.StartOperatorAsync("plans", "--read-only=true");
        await scenario.ApplyAsync(scenario.ApiManifest("orders", "REST"), scenario.SendMessageManifest("send-message", "orders"));

        var api = await Eventually.SeeAsync("the route is planned", () => scenario.GetAsync("directapi/orders"), a => StepsOf(a).Contains("+ POST /send-message"));

        Assert.Contains("+ REST API orders", StepsOf(api));
        Assert.StartsWith("The operator runs with --read-only: ", Scenario.MessageOf(api, "Ready"), StringComparison.Ordinal);
        Assert.Contains("+ REST API orders", await scenario.EventAsync("orders", "Planned"), StringComparison.Ordinal);
        Assert.Empty(Writes(proxy));
        Assert.Empty(await scenario.RestApisAsync());
        Assert.Equal(0, await reader.StopAsync());
        return api.GetProperty("status").GetProperty("plan").GetProperty("calls").GetInt32();
    }

    private static async Task PlanAsync(Scenario scenario, FaultProxy proxy)
    {
        await scenario.PatchAsync("directapi/orders", """{"spec":{"mode":"Plan"}}""");
        await scenario.ReadyAsync("directapi/orders");
        proxy.ClearRequests();
        await scenario.ApplyAsync(scenario.SendMessageManifest("send-message", "orders", queue: scenario.QueueArn("returns")));

        var api = await scenario.ConditionAsync("directapi/orders", "Ready", "False", "Planned");
        Assert.Contains(StepsOf(api), s => s.StartsWith("~ POST /send-message ", StringComparison.Ordinal) && s.Contains("integration.uri", StringComparison.Ordinal));
        Assert.Empty(Writes(proxy));

        await scenario.PatchAsync("directapi/orders", """{"spec":{"mode":"Apply"}}""");
        await scenario.ReadyAsync("directroute/send-message");
        // A call that comes a moment before its quota allows it is made again.
        Assert.Equal(api.GetProperty("status").GetProperty("plan").GetProperty("calls").GetInt32(), Writes(proxy).Select(w => (w.Method, w.Action, w.Path)).Distinct().Count());
    }

    private static async Task SuspendAsync(Scenario scenario, FaultProxy proxy)
    {
        await scenario.PatchAsync("directapi/orders", """{"spec":{"suspend":true}}""");
        await scenario.ConditionAsync("directapi/orders", "Ready", "False", "Suspended");
        proxy.ClearRequests();
        await scenario.PatchAsync("directapi/orders", """{"spec":{"description":"Changed"}}""");

        await scenario.ConditionAsync("directapi/orders", "Programmed", "False", "Suspended");
        Assert.DoesNotContain(proxy.Requests, r => r.Action != "GetCallerIdentity"); // which is asked for the account
    }

    private static async Task DeletionWaitsAsync(Scenario scenario, FaultProxy proxy)
    {
        await scenario.PatchAsync("directapi/orders", """{"spec":{"suspend":false,"mode":"Plan"}}""");
        await scenario.ConditionAsync("directapi/orders", "Ready", "False", "Planned");
        proxy.ClearRequests();
        await scenario.StartDeletionAsync("directapi/orders");
        await Eventually.SeeAsync("the deletion is planned", () => scenario.GetAsync("directapi/orders"), a => StepsOf(a).Contains("- REST API orders"));
        Assert.Empty(Writes(proxy));

        await scenario.PatchAsync("directapi/orders", """{"spec":{"mode":"Apply"}}""");
        await scenario.GoneAsync("directapi/orders");
        Assert.Empty(await scenario.RestApisAsync());
    }

    private static IReadOnlyList<string> StepsOf(JsonElement api) =>
        api.ValueKind == JsonValueKind.Object && api.TryGetProperty("status", out var status) && status.TryGetProperty("plan", out var plan)
            ? [.. plan.GetProperty("steps").EnumerateArray().Select(s => s.GetString()!)]
            : [];

    /// <summary>The calls that write: neither GET nor, in the services that speak by POST alone, one that asks.</summary>
    private static IReadOnlyList<ProxiedRequest> Writes(FaultProxy proxy) =>
        [.. proxy.Requests.Where(r => r.Method != "GET" && !(r.Action is { } action && IsQuestion(action)))];

    private static bool IsQuestion(string action) =>
        action.StartsWith("Get", StringComparison.Ordinal) || action.StartsWith("List", StringComparison.Ordinal) || action.StartsWith("AssumeRole", StringComparison.Ordinal);
}

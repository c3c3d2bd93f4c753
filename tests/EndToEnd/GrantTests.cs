using DirectRoute.EndToEnd.Harness;

namespace DirectRoute.EndToEnd;

/// <summary>An account says which namespaces may have what called.</summary>
public sealed class GrantTests
{
    [Fact]
    public async Task NoGrantCoversARoute_ItIsHeldBackUntilTheSuggestedOneIsThere_AndWithdrawingItTakesNothingAway()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.ApplyAsync(scenario.AccountManifest("grants: []"));
        await scenario.ReadyAsync($"awsaccount/{scenario.AccountName}"); // the operator has seen that nothing is granted any more
        var (ns, queue) = (scenario.Namespace.Name, scenario.QueueArn("orders"));

        await scenario.ApplyAsync(scenario.ApiManifest("orders", "REST"), scenario.SendMessageManifest("send-message", "orders"));

        var message = Scenario.MessageOf(await scenario.ConditionAsync("directroute/send-message", "Accepted", "False", "NotGranted"), "Accepted");
        var grant = $"- {{namespaces: {{from: Selector, selector: {{matchLabels: {{kubernetes.io/metadata.name: \"{ns}\"}}}}}}, actions: [sqs:SendMessage], resources: [{queue}], public: true}}";
        Assert.Equal(
            $"spec.target: The namespace {ns} may not call sqs:SendMessage on {queue} without authorization: no grant of the AwsAccount \"{ns}\" covers it. "
                + $"To allow it, have this added to its spec.grants:\n{grant}",
            message);
        Assert.Empty(await scenario.RolesAsync());

        // The last line of the message, as it is.
        await scenario.ApplyAsync(scenario.AccountManifest($"grants:\n  {message.Split('\n')[^1]}"));
        await scenario.ReadyAsync("directroute/send-message");
        var role = Scenario.StatusOf(await scenario.ReadyAsync("directapi/orders"), "roleArn")!.Split('/')[^1];
        Assert.Equal([$"sqs:SendMessage {queue}"], await scenario.GrantsAsync(role));

        await scenario.ApplyAsync(scenario.AccountManifest("grants: []"));
        var held = await scenario.ConditionAsync("directroute/send-message", "Programmed", "False");
        Assert.Contains("former version still is", Scenario.MessageOf(held, "Programmed"), StringComparison.Ordinal);
        Assert.Equal([$"sqs:SendMessage {queue}"], await scenario.GrantsAsync(role));
    }
}

using System.Net;
using DirectRoute.EndToEnd.Harness;
using DirectRoute.Testing;

namespace DirectRoute.EndToEnd;

/// <summary>AWS is away or refuses: it is said, nothing is lost, and all goes on of itself.</summary>
public sealed class OutageTests
{
    [Fact]
    public async Task AwsIsDownForAWhile_ApiIsMadeOnceAndServedAfterwards()
    {
        var environment = (await Installation.SharedAsync()).Environment;
        await using var proxy = await environment.ProxyGatewayAsync();
        await using var scenario = await Scenario.StartAsync(proxy.Address);
        await scenario.ReadyAsync($"awsaccount/{scenario.AccountName}");

        await proxy.RefuseConnectionsAsync();
        await scenario.ApplyAsync(scenario.ApiManifest("orders", "REST"), scenario.SendMessageManifest("send-message", "orders"));
        await scenario.ConditionAsync("directapi/orders", "Ready", "False", "Unreachable");
        await proxy.AcceptConnectionsAsync();

        await scenario.ReadyAsync("directroute/send-message");
        Assert.Single((await scenario.Aws.QueryAsync("apigateway", "get-rest-apis")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task AnswerToCreateRestApiIsLost_ApiIsFoundByItsTagsAndNotMadeTwice()
    {
        var environment = (await Installation.SharedAsync()).Environment;
        await using var proxy = await environment.ProxyGatewayAsync();
        await using var scenario = await Scenario.StartAsync(proxy.Address);
        proxy.Inject(new Fault.CutAfter(0), times: 1, r => r is { Method: "POST", Path: "/restapis" });

        await scenario.ApplyAsync(scenario.ApiManifest("orders", "REST"), scenario.SendMessageManifest("send-message", "orders"));

        await scenario.ReadyAsync("directroute/send-message");
        var apis = (await scenario.Aws.QueryAsync("apigateway", "get-rest-apis")).GetProperty("items");
        Assert.True(apis.GetArrayLength() == 1, $"{apis}\n{string.Join('\n', proxy.Requests)}");
    }

    [Fact]
    public async Task CredentialsAreWrong_AccountSaysSoAndRecoversOnceTheyAreRight()
    {
        var environment = (await Installation.SharedAsync()).Environment;
        await using var proxy = await environment.ProxyGatewayAsync();
        proxy.Inject(new Fault.Answer(
            HttpStatusCode.Forbidden,
            "<ErrorResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><Error><Type>Sender</Type><Code>InvalidClientTokenId</Code><Message>The security token included in the request is invalid.</Message></Error><RequestId>0</RequestId></ErrorResponse>",
            ContentType: "text/xml"));
        await using var scenario = await Scenario.StartAsync(proxy.Address);

        await scenario.ApplyAsync(scenario.ApiManifest("orders", "REST"));

        await scenario.ConditionAsync($"awsaccount/{scenario.AccountName}", "Ready", "False", "CredentialsInvalid");
        var api = await scenario.ConditionAsync("directapi/orders", "Ready", "False", "CredentialsInvalid");
        Assert.Contains(scenario.AccountName, Scenario.MessageOf(api, "Ready"), StringComparison.Ordinal);

        proxy.ClearFaults();
        await scenario.ReadyAsync("directapi/orders");
    }

    [Fact]
    public async Task SomebodyChangesTheApiInAws_NextLookSetsItRight()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.ApplyAsync(scenario.ApiManifest("orders", "REST"), scenario.SendMessageManifest("send-message", "orders"));
        var route = await scenario.ReadyAsync("directroute/send-message");
        var api = (await scenario.ReadyAsync("directapi/orders")).GetProperty("status").GetProperty("apiId").GetString()!;
        var resource = route.GetProperty("status").GetProperty("resourceId").GetString()!;
        (await scenario.Aws.AwsAsync("apigateway", "delete-method", "--rest-api-id", api, "--resource-id", resource, "--http-method", "POST")).EnsureSuccess();

        // Any change of the manifest makes the operator look; so does the time between two looks.
        (await scenario.Namespace.KubectlAsync("annotate", "directapi/orders", "look=again")).EnsureSuccess();

        await Eventually.HoldsAsync("the method is back", async () =>
            (await scenario.Aws.AwsAsync("apigateway", "get-integration", "--rest-api-id", api, "--resource-id", resource, "--http-method", "POST")).Succeeded);
    }
}

using System.Text.Json.Nodes;
using DirectRoute.EndToEnd.Harness;

namespace DirectRoute.EndToEnd;

/// <summary>What goes, what stays, what waits, and what is never touched.</summary>
public sealed class DeletionTests
{
    [Fact]
    public async Task Retain_ApiStaysAndAnObjectOfTheSameNameTakesItBackAndSaysSo()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.ApplyAsync(scenario.ApiManifest("orders", "REST", "deletionPolicy: Retain"), scenario.SendMessageManifest("send-message", "orders"));
        await scenario.ReadyAsync("directroute/send-message");
        var id = Scenario.StatusOf(await scenario.ReadyAsync("directapi/orders"), "apiId")!;

        await scenario.DeleteAsync("directroute/send-message", "directapi/orders");

        Assert.Equal([id], await scenario.RestApisAsync());
        await scenario.ApplyAsync(scenario.ApiManifest("orders", "REST"), scenario.SendMessageManifest("send-message", "orders"));
        Assert.Equal(id, Scenario.StatusOf(await scenario.ReadyAsync("directapi/orders"), "apiId"));
        Assert.Contains(id, await scenario.EventAsync("orders", "Found"), StringComparison.Ordinal);
        await scenario.ReadyAsync("directroute/send-message");
        Assert.Equal([id], await scenario.RestApisAsync());
    }

    [Fact]
    public async Task NewApi_IsNotSaidToBeFound()
    {
        await using var scenario = await Scenario.StartAsync();

        await scenario.ApplyAsync(scenario.ApiManifest("orders", "REST"));

        await scenario.ReadyAsync("directapi/orders");
        await scenario.EventAsync("orders", "Applied");
        Assert.DoesNotContain(await scenario.EventsAsync("orders"), e => e.StartsWith("Found", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Suspended_NoCallIsMadeAndDeletionWaitsUntilItIsOver()
    {
        await using var proxy = await (await Installation.SharedAsync()).Environment.ProxyGatewayAsync();
        await using var scenario = await Scenario.StartAsync(proxy.Address);
        await scenario.ApplyAsync(scenario.ApiManifest("orders", "REST"), scenario.SendMessageManifest("send-message", "orders"));
        await scenario.ReadyAsync("directroute/send-message");
        await scenario.ReadyAsync("directapi/orders");
        await scenario.PatchAsync("directapi/orders", """{"spec": {"suspend": true}}""");
        await scenario.ConditionAsync("directapi/orders", "Ready", "False", "Suspended");
        proxy.ClearRequests();

        await scenario.ApplyAsync(scenario.SendMessageManifest("send-return", "orders", "/returns"));
        await scenario.ConditionAsync("directroute/send-return", "Ready", "False", "Suspended");
        await scenario.StartDeletionAsync("directapi/orders");
        await scenario.ConditionAsync("directapi/orders", "Ready", "False", "Suspended");

        Assert.DoesNotContain(proxy.Requests, r => r.Action is not "GetCallerIdentity" and not "AssumeRole");
        await scenario.ReadyAsync("directroute/send-message");
        await scenario.PatchAsync("directapi/orders", """{"spec": {"suspend": false}}""");
        await scenario.GoneAsync("directapi/orders");
        Assert.Empty(await scenario.RestApisAsync());
        Assert.Empty(await scenario.RolesAsync());
    }

    [Fact]
    public async Task AnotherClustersApi_IsNeverTouched()
    {
        await using var scenario = await Scenario.StartAsync();
        var foreign = await CreateForeignAsync(scenario, "orders");

        await scenario.ApplyAsync(scenario.ApiManifest("orders", "REST"), scenario.SendMessageManifest("send-message", "orders"));

        var id = Scenario.StatusOf(await scenario.ReadyAsync("directapi/orders"), "apiId")!;
        Assert.NotEqual(foreign, id);
        await scenario.DeleteAsync("directroute/send-message", "directapi/orders");
        Assert.Equal([foreign], await scenario.RestApisAsync());
        var resources = (await scenario.Aws.QueryAsync("apigateway", "get-resources", "--rest-api-id", foreign)).GetProperty("items");
        Assert.Equal("/", Assert.Single(resources.EnumerateArray()).GetProperty("path").GetString());
    }

    [Fact]
    public async Task StatusNamesAnotherOwnersApi_ThatIsLeftAloneAndRetainLetsGo()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.ApplyAsync(scenario.ApiManifest("orders", "REST"));
        await scenario.ReadyAsync("directapi/orders");
        var foreign = await CreateForeignAsync(scenario, "orders");
        await PutApiIdAsync(scenario, foreign);

        await scenario.ApplyAsync(scenario.SendMessageManifest("send-message", "orders"));

        var api = await scenario.ConditionAsync("directapi/orders", "Ready", "False", "NotOwned");
        Assert.Contains("another/", Scenario.MessageOf(api, "Ready"), StringComparison.Ordinal);
        await scenario.StartDeletionAsync("directapi/orders");
        await scenario.ConditionAsync("directapi/orders", "Ready", "False", "NotOwned");
        await scenario.PatchAsync("directapi/orders", """{"spec": {"deletionPolicy": "Retain"}}""");
        await scenario.GoneAsync("directapi/orders");
        Assert.Contains(foreign, await scenario.RestApisAsync());
        var resources = (await scenario.Aws.QueryAsync("apigateway", "get-resources", "--rest-api-id", foreign)).GetProperty("items");
        Assert.Equal("/", Assert.Single(resources.EnumerateArray()).GetProperty("path").GetString());
    }

    [Fact]
    public async Task NamespaceIsDeleted_NothingIsLeftInAwsAndNothingHangs()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.ApplyAsync(
            scenario.RoleManifest("writer"), scenario.ApiManifest("orders", "REST"), scenario.ApiManifest("returns", "HTTP", "roleRef: {name: writer}"),
            scenario.SendMessageManifest("send-order", "orders"), scenario.SendMessageManifest("send-own", "orders", "/own", extra: "roleRef: {name: writer}"),
            scenario.SendMessageManifest("send-return", "returns"), scenario.SendMessageManifest("lost", "nowhere"));
        foreach (var route in (string[])["send-order", "send-own", "send-return"]) await scenario.ReadyAsync($"directroute/{route}");

        (await scenario.Namespace.KubectlAsync("delete", "namespace", scenario.Namespace.Name, "--wait=true", "--timeout=120s")).EnsureSuccess();

        Assert.Empty(await scenario.RestApisAsync());
        Assert.Empty((await scenario.Aws.QueryAsync("apigatewayv2", "get-apis")).GetProperty("Items").EnumerateArray());
        Assert.Empty(await scenario.RolesAsync());
    }

    [Theory]
    [InlineData("""{"spec": {"protocol": "HTTP"}}""", "spec.protocol")]
    [InlineData("""{"spec": {"region": "eu-west-1"}}""", "spec.region")]
    public async Task WhatAwsCannotChangeIsChanged_IsRefusedAndTheApiServesOnAndIsFoundOnDeletion(string patch, string field)
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.ApplyAsync(scenario.ApiManifest("orders", "REST"), scenario.SendMessageManifest("send-message", "orders"));
        await scenario.ReadyAsync("directroute/send-message");
        var id = Scenario.StatusOf(await scenario.ReadyAsync("directapi/orders"), "apiId")!;

        await scenario.PatchAsync("directapi/orders", patch);

        var api = await scenario.ConditionAsync("directapi/orders", "Ready", "False", "ImmutableField");
        Assert.StartsWith(field, Scenario.MessageOf(api, "Ready"), StringComparison.Ordinal);
        Assert.Equal(id, Scenario.StatusOf(api, "apiId"));
        Assert.Equal([id], await scenario.RestApisAsync());
        await scenario.ReadyAsync("directroute/send-message");
        await scenario.DeleteAsync("directroute/send-message", "directapi/orders");
        Assert.Empty(await scenario.RestApisAsync());
        Assert.Empty(await scenario.RolesAsync());
    }

    [Fact]
    public async Task AccountLeadsElsewhere_ApiAndRoleAreRefusedAndNeitherIsLostByADeletion()
    {
        await using var scenario = await Scenario.StartAsync();
        await using var other = await Scenario.StartAsync();
        await scenario.ApplyAsync(scenario.ApiManifest("orders", "REST"), scenario.RoleManifest("writer"));
        await scenario.ReadyAsync("directapi/orders");
        await scenario.ReadyAsync("integrationrole/writer");

        await scenario.ApplyAsync(scenario.AccountManifest().Replace(scenario.Aws.RoleArn, other.Aws.RoleArn, StringComparison.Ordinal));

        var api = await scenario.ConditionAsync("directapi/orders", "Ready", "False", "ImmutableField");
        Assert.StartsWith("spec.accountRef", Scenario.MessageOf(api, "Ready"), StringComparison.Ordinal);
        await scenario.ConditionAsync("integrationrole/writer", "Ready", "False", "ImmutableField");
        await scenario.StartDeletionAsync("directapi/orders", "integrationrole/writer");
        await DeletingAsync(scenario, "directapi/orders");
        await DeletingAsync(scenario, "integrationrole/writer");
        Assert.Empty(await other.RolesAsync());

        await scenario.ApplyAsync(scenario.AccountManifest());
        await scenario.GoneAsync("directapi/orders");
        await scenario.GoneAsync("integrationrole/writer");
        Assert.Empty(await scenario.RestApisAsync());
        Assert.Empty(await scenario.RolesAsync());
    }

    /// <summary>Waits until the operator has said that it cannot go yet: the deletion moves the generation.</summary>
    private static async Task DeletingAsync(Scenario scenario, string kindAndName)
    {
        var entity = await scenario.ConditionAsync(kindAndName, "Ready", "False", "ImmutableField");
        Assert.True(entity.GetProperty("metadata").TryGetProperty("deletionTimestamp", out _));
    }

    /// <summary>Writes into a status as only an old backup or a hostile hand would.</summary>
    private static async Task PutApiIdAsync(Scenario scenario, string id)
    {
        var environment = (await Installation.SharedAsync()).Environment;
        var api = JsonNode.Parse((await scenario.GetAsync("directapi/orders")).GetRawText())!;
        api["status"]!["apiId"] = id;
        var path = $"/apis/directroute.dev/v1alpha1/namespaces/{scenario.Namespace.Name}/directapis/orders/status";
        (await environment.RunAsync(environment.KubectlPath, ["replace", "--raw", path, "-f", "-"], api.ToJsonString())).EnsureSuccess();
    }

    private static async Task<string> CreateForeignAsync(Scenario scenario, string name)
    {
        var tags = $"directroute.dev/cluster=another,directroute.dev/kind=DirectApi,directroute.dev/namespace={scenario.Namespace.Name},directroute.dev/name={name}";
        return (await scenario.Aws.QueryAsync("apigateway", "create-rest-api", "--name", name, "--tags", tags)).GetProperty("id").GetString()!;
    }
}

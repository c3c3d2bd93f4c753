using System.Text.Json;
using DirectRoute.EndToEnd.Harness;
using DirectRoute.Testing;

namespace DirectRoute.EndToEnd;

/// <summary>The role that API Gateway assumes: what routes need and no more, and nobody else's role.</summary>
public sealed class IntegrationRoleTests
{
    [Fact]
    public async Task TwoRoutesOfTwoApis_RoleHasTheUnionOfWhatTheyNeedAndTheirTrust()
    {
        await using var scenario = await Scenario.StartAsync();

        await scenario.ApplyAsync(
            scenario.RoleManifest("writer"),
            scenario.ApiManifest("orders", "REST"), Uses(scenario, "send-order", "orders", "orders"),
            scenario.ApiManifest("returns", "HTTP"), Uses(scenario, "send-return", "returns", "returns"));

        var arn = Scenario.StatusOf(await scenario.ReadyAsync("directroute/send-order"), "roleArn");
        Assert.Equal(arn, Scenario.StatusOf(await scenario.ReadyAsync("directroute/send-return"), "roleArn"));
        var role = await PermissionsAsync(scenario, 2);
        Assert.Equal(arn, Scenario.StatusOf(role, "arn"));
        Assert.Equal([Send(scenario, "orders"), Send(scenario, "returns")], await scenario.GrantsAsync(NameOf(role)));
        var trust = (await RoleAsync(scenario, NameOf(role))).GetProperty("AssumeRolePolicyDocument").GetProperty("Statement")[0];
        Assert.Equal("apigateway.amazonaws.com", trust.GetProperty("Principal").GetProperty("Service").GetString());
        Assert.Equal("sts:AssumeRole", trust.GetProperty("Action").GetString());
        Assert.Equal([NameOf(role)], await scenario.RolesAsync());
    }

    [Fact]
    public async Task EverySettingIsGiven_IamHasItAndAChangeOfItArrives()
    {
        await using var scenario = await Scenario.StartAsync();
        var boundary = await PolicyAsync(scenario, "boundary");
        var managed = await PolicyAsync(scenario, "managed");
        var spec = $$"""
            {roleName: shop-writer, path: /shop/, description: Writes orders, permissionsBoundary: "{{boundary}}", maxSessionDuration: 7200, tags: {team: shop}, managedPolicyArns: ["{{managed}}"],
            statements: [{sid: Key, effect: Allow, action: ["kms:Decrypt"], resource: ["arn:aws:kms:us-east-1:{{scenario.Aws.Id}}:key/k"], condition: {StringEquals: {"kms:ViaService": sqs.us-east-1.amazonaws.com} } }]}
            """;

        await scenario.ApplyAsync(Manifest(scenario, "writer", spec));

        Assert.Equal($"arn:aws:iam::{scenario.Aws.Id}:role/shop/shop-writer", Scenario.StatusOf(await scenario.ReadyAsync("integrationrole/writer"), "arn"));
        var role = await RoleAsync(scenario, "shop-writer");
        Assert.Equal("Writes orders", role.GetProperty("Description").GetString());
        Assert.Equal(7200, role.GetProperty("MaxSessionDuration").GetInt32());
        Assert.Equal(boundary, role.GetProperty("PermissionsBoundary").GetProperty("PermissionsBoundaryArn").GetString());
        Assert.Equal("shop", TagsOf(role)["team"]);
        Assert.Equal("end-to-end", TagsOf(role)["directroute.dev/cluster"]);
        Assert.Equal("IntegrationRole", TagsOf(role)["directroute.dev/kind"]);
        Assert.Equal([managed], await AttachedAsync(scenario, "shop-writer"));
        Assert.Equal([$"kms:Decrypt arn:aws:kms:us-east-1:{scenario.Aws.Id}:key/k"], await scenario.GrantsAsync("shop-writer"));

        await scenario.ApplyAsync(Manifest(scenario, "writer", "{roleName: shop-writer, path: /shop/, description: Reads, tags: {team: stock}}"));

        await scenario.ReadyAsync("integrationrole/writer");
        var changed = await Eventually.SeeAsync("the role is changed", () => RoleAsync(scenario, "shop-writer"), r => r.GetProperty("Description").GetString() == "Reads" && TagsOf(r)["team"] == "stock");
        Assert.Equal(3600, changed.GetProperty("MaxSessionDuration").GetInt32());
        Assert.False(changed.TryGetProperty("PermissionsBoundary", out _));
        Assert.Empty(await AttachedAsync(scenario, "shop-writer"));
        Assert.Empty((await scenario.Aws.QueryAsync("iam", "list-role-policies", "--role-name", "shop-writer")).GetProperty("PolicyNames").EnumerateArray());
    }

    [Fact]
    public async Task RouteIsAdded_PolicyGrowsBeforeItsIntegrationAppears()
    {
        await using var proxy = await (await Installation.SharedAsync()).Environment.ProxyGatewayAsync();
        await using var scenario = await Scenario.StartAsync(proxy.Address);
        await scenario.ApplyAsync(scenario.RoleManifest("writer"), scenario.ApiManifest("orders", "REST"), Uses(scenario, "send-order", "orders", "orders"));
        await scenario.ReadyAsync("directroute/send-order");
        proxy.ClearRequests();

        await scenario.ApplyAsync(Uses(scenario, "send-return", "orders", "returns"));

        await scenario.ReadyAsync("directroute/send-return");
        var requests = proxy.Requests.ToList();
        var granted = requests.FindIndex(r => r.Path == "/" && r.Body.Contains("PutRolePolicy", StringComparison.Ordinal));
        var integrated = requests.FindIndex(r => r.Method is "PUT" && (r.Path.EndsWith("/integration", StringComparison.Ordinal) || r.Path.Contains("/restapis/", StringComparison.Ordinal)));
        Assert.InRange(granted, 0, integrated - 1);
    }

    [Fact]
    public async Task RouteIsRemoved_PolicyShrinksToWhatTheOtherNeeds()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.ApplyAsync(
            scenario.RoleManifest("writer"), scenario.ApiManifest("orders", "REST", "roleRef: {name: writer}"),
            scenario.SendMessageManifest("send-order", "orders"), scenario.SendMessageManifest("send-return", "orders", "/returns", scenario.QueueArn("returns")));
        var role = await PermissionsAsync(scenario, 2);

        await scenario.DeleteAsync("directroute/send-return");

        await PermissionsAsync(scenario, 1);
        Assert.Equal([Send(scenario, "orders")], await scenario.GrantsAsync(NameOf(role)));
    }

    [Fact]
    public async Task ExistingRole_IsUsedAsItIsAndLeftAlone()
    {
        await using var scenario = await Scenario.StartAsync();
        var arn = await CreateRoleAsync(scenario, "handmade");

        await scenario.ApplyAsync(scenario.RoleManifest("writer", $"existingRoleArn: {arn}"), scenario.ApiManifest("orders", "REST"), Uses(scenario, "send-order", "orders", "orders"));

        Assert.Equal(arn, Scenario.StatusOf(await scenario.ReadyAsync("directroute/send-order"), "roleArn"));
        Assert.Equal(arn, Scenario.StatusOf(await scenario.ReadyAsync("integrationrole/writer"), "arn"));
        Assert.Empty((await scenario.Aws.QueryAsync("iam", "list-role-policies", "--role-name", "handmade")).GetProperty("PolicyNames").EnumerateArray());
        await scenario.DeleteAsync("directroute/send-order", "directapi/orders", "integrationrole/writer");
        Assert.Equal(["handmade"], await scenario.RolesAsync());
        Assert.False((await RoleAsync(scenario, "handmade")).TryGetProperty("Tags", out var tags) && tags.GetArrayLength() > 0);
    }

    [Fact]
    public async Task ExistingRoleIsMissing_SaysSoAndRouteWaits()
    {
        await using var scenario = await Scenario.StartAsync();
        var arn = $"arn:aws:iam::{scenario.Aws.Id}:role/nowhere";

        await scenario.ApplyAsync(scenario.RoleManifest("writer", $"existingRoleArn: {arn}"), scenario.ApiManifest("orders", "REST"), Uses(scenario, "send-order", "orders", "orders"));

        var role = await scenario.ConditionAsync("integrationrole/writer", "Ready", "False", "RefNotFound");
        Assert.Contains(arn, Scenario.MessageOf(role, "Ready"), StringComparison.Ordinal);
        var route = await scenario.ConditionAsync("directroute/send-order", "ResolvedRefs", "False", "RefNotReady");
        Assert.Contains("writer", Scenario.MessageOf(route, "ResolvedRefs"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RoleOfThatNameIsSomebodyElses_IsRefusedUntouchedAndCanBeGivenUp()
    {
        await using var scenario = await Scenario.StartAsync();
        await CreateRoleAsync(scenario, "shop-writer");

        await scenario.ApplyAsync(scenario.RoleManifest("writer", "roleName: shop-writer"), scenario.ApiManifest("orders", "REST"), Uses(scenario, "send-order", "orders", "orders"));

        var role = await scenario.ConditionAsync("integrationrole/writer", "Ready", "False", "NotOwned");
        Assert.Contains("shop-writer", Scenario.MessageOf(role, "Ready"), StringComparison.Ordinal);
        await scenario.ConditionAsync("directroute/send-order", "Ready", "False", "RefNotReady");
        Assert.Empty((await scenario.Aws.QueryAsync("iam", "list-role-policies", "--role-name", "shop-writer")).GetProperty("PolicyNames").EnumerateArray());
        await scenario.DeleteAsync("directroute/send-order", "integrationrole/writer");
        Assert.Equal(["shop-writer"], await scenario.RolesAsync());
    }

    [Fact]
    public async Task RoleIsDeletedWhileARouteUsesIt_WaitsSaysSoAndGoesAfterTheRoute()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.ApplyAsync(scenario.RoleManifest("writer"), scenario.ApiManifest("orders", "REST"), Uses(scenario, "send-order", "orders", "orders"));
        await scenario.ReadyAsync("directroute/send-order");

        await scenario.StartDeletionAsync("integrationrole/writer");

        var role = await scenario.ConditionAsync("integrationrole/writer", "Ready", "False", "InUse");
        Assert.Contains("1 route", Scenario.MessageOf(role, "Ready"), StringComparison.Ordinal);
        Assert.Single(await scenario.RolesAsync());
        await scenario.DeleteAsync("directroute/send-order");
        await scenario.GoneAsync("integrationrole/writer");
        Assert.Empty(await scenario.RolesAsync());
    }

    [Fact]
    public async Task DeletionPolicyRetain_RoleStaysAndIsTakenBack()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.ApplyAsync(scenario.RoleManifest("writer", "deletionPolicy: Retain"));
        var arn = Scenario.StatusOf(await scenario.ReadyAsync("integrationrole/writer"), "arn");

        await scenario.DeleteAsync("integrationrole/writer");

        Assert.Single(await scenario.RolesAsync());
        await scenario.ApplyAsync(scenario.RoleManifest("writer"));
        Assert.Equal(arn, Scenario.StatusOf(await scenario.ReadyAsync("integrationrole/writer"), "arn"));
        await scenario.DeleteAsync("integrationrole/writer");
        Assert.Empty(await scenario.RolesAsync());
    }

    [Theory]
    [InlineData("roleName: other-writer")]
    [InlineData("path: /other/")]
    public async Task WhatIamCannotChangeIsChanged_IsRefusedAndTheRoleServesOnUntilItIsDeleted(string changed)
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.ApplyAsync(scenario.RoleManifest("writer"), scenario.ApiManifest("orders", "REST"), Uses(scenario, "send-order", "orders", "orders"));
        await scenario.ReadyAsync("directroute/send-order");
        var name = NameOf(await PermissionsAsync(scenario, 1));

        await scenario.ApplyAsync(scenario.RoleManifest("writer", changed));

        var role = await scenario.ConditionAsync("integrationrole/writer", "Ready", "False", "ImmutableField");
        Assert.Contains(name, Scenario.MessageOf(role, "Ready"), StringComparison.Ordinal);
        Assert.Equal([name], await scenario.RolesAsync());
        await scenario.ReadyAsync("directroute/send-order");
        await scenario.DeleteAsync("directroute/send-order", "integrationrole/writer");
        await Eventually.HoldsAsync("no role is left", async () => (await scenario.RolesAsync()).Count == 0);
    }

    [Fact]
    public async Task RoleThatWeMadeIsExchangedForAnExistingOne_IsRefusedSoThatNothingStaysBehind()
    {
        await using var scenario = await Scenario.StartAsync();
        var existing = await CreateRoleAsync(scenario, "handmade");
        await scenario.ApplyAsync(scenario.RoleManifest("writer"));
        var name = NameOf(await scenario.ReadyAsync("integrationrole/writer"));

        await scenario.ApplyAsync(scenario.RoleManifest("writer", $"existingRoleArn: {existing}"));

        await scenario.ConditionAsync("integrationrole/writer", "Ready", "False", "ImmutableField");
        Assert.Contains(name, await scenario.RolesAsync());
        await scenario.DeleteAsync("integrationrole/writer");
        Assert.Equal(["handmade"], await scenario.RolesAsync());
    }

    private static string Uses(Scenario scenario, string name, string api, string queue) =>
        scenario.SendMessageManifest(name, api, "/" + name, scenario.QueueArn(queue), "roleRef: {name: writer}");

    /// <summary>A role whose spec is one flow mapping.</summary>
    private static string Manifest(Scenario scenario, string name, string spec) => $$"""
        apiVersion: directroute.dev/v1alpha1
        kind: IntegrationRole
        metadata: {name: {{name}}}
        spec: {accountRef: {name: {{scenario.AccountName}}}, {{spec.Trim()[1..^1].ReplaceLineEndings(" ")}}}
        """;

    private static string Send(Scenario scenario, string queue) => "sqs:SendMessage " + scenario.QueueArn(queue);

    private static async Task<JsonElement> PermissionsAsync(Scenario scenario, int count)
    {
        await scenario.ReadyAsync("integrationrole/writer");
        return await Eventually.SeeAsync(
            $"the role has {count} permissions", () => scenario.GetAsync("integrationrole/writer"),
            r => r.GetProperty("status").TryGetProperty("permissionCount", out var found) && found.GetInt32() == count);
    }

    private static string NameOf(JsonElement role) => Scenario.StatusOf(role, "arn")!.Split('/')[^1];

    private static async Task<JsonElement> RoleAsync(Scenario scenario, string name) =>
        (await scenario.Aws.QueryAsync("iam", "get-role", "--role-name", name)).GetProperty("Role");

    private static Dictionary<string, string> TagsOf(JsonElement role) =>
        role.GetProperty("Tags").EnumerateArray().ToDictionary(t => t.GetProperty("Key").GetString()!, t => t.GetProperty("Value").GetString()!);

    private static async Task<IReadOnlyList<string>> AttachedAsync(Scenario scenario, string role) =>
        [.. (await scenario.Aws.QueryAsync("iam", "list-attached-role-policies", "--role-name", role)).GetProperty("AttachedPolicies").EnumerateArray().Select(p => p.GetProperty("PolicyArn").GetString()!)];

    private static async Task<string> CreateRoleAsync(Scenario scenario, string name)
    {
        const string Trust = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"apigateway.amazonaws.com"},"Action":"sts:AssumeRole"}]}""";
        var answer = await scenario.Aws.QueryAsync("iam", "create-role", "--role-name", name, "--assume-role-policy-document", Trust);
        return answer.GetProperty("Role").GetProperty("Arn").GetString()!;
    }

    private static async Task<string> PolicyAsync(Scenario scenario, string name)
    {
        const string Document = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""";
        var answer = await scenario.Aws.QueryAsync("iam", "create-policy", "--policy-name", name, "--policy-document", Document);
        return answer.GetProperty("Policy").GetProperty("Arn").GetString()!;
    }
}

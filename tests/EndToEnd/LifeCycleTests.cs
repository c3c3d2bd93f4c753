using System.Text.Json;
using DirectRoute.EndToEnd.Harness;
using DirectRoute.Testing;

namespace DirectRoute.EndToEnd;

/// <summary>The main job: manifests become routes, changes redeploy, deletion leaves nothing.</summary>
public sealed class LifeCycleTests
{
    [Theory]
    [InlineData(AwsSide.LocalGateway)]
    [InlineData(AwsSide.Moto)]
    public async Task Rest_RouteIsApplied_ApiRoleAndDeployedStageAreInAws(AwsSide side)
    {
        await using var scenario = await Scenario.StartAsync(side);

        await scenario.ApplyAsync(scenario.ApiManifest("orders", "REST"), scenario.SendMessageManifest("send-message", "orders"));

        var api = await scenario.ReadyAsync("directapi/orders");
        var route = await scenario.ReadyAsync("directroute/send-message");
        var id = api.GetProperty("status").GetProperty("apiId").GetString()!;
        var integration = await IntegrationAsync(scenario, id, "/send-message");
        Assert.Equal($"arn:aws:apigateway:us-east-1:sqs:path/{scenario.Aws.Id}/orders", integration.GetProperty("uri").GetString());
        Assert.Equal(route.GetProperty("status").GetProperty("roleArn").GetString(), integration.GetProperty("credentials").GetString());
        var stages = (await scenario.Aws.QueryAsync("apigateway", "get-stages", "--rest-api-id", id)).GetProperty("item");
        Assert.Equal("prod", Assert.Single(stages.EnumerateArray()).GetProperty("stageName").GetString());
        Assert.Equal(["sqs:SendMessage " + scenario.QueueArn("orders")], await GrantsAsync(scenario, route));
    }

    [Theory]
    [InlineData(AwsSide.LocalGateway)]
    [InlineData(AwsSide.Moto)]
    public async Task Http_RouteIsApplied_FirstClassIntegrationIsInAws(AwsSide side)
    {
        await using var scenario = await Scenario.StartAsync(side);

        await scenario.ApplyAsync(scenario.ApiManifest("orders", "HTTP"), scenario.SendMessageManifest("send-message", "orders"));

        await scenario.ReadyAsync("directroute/send-message");
        var api = await scenario.ReadyAsync("directapi/orders");
        var id = api.GetProperty("status").GetProperty("apiId").GetString()!;
        var integrations = (await scenario.Aws.QueryAsync("apigatewayv2", "get-integrations", "--api-id", id)).GetProperty("Items");
        var integration = Assert.Single(integrations.EnumerateArray());
        Assert.Equal("SQS-SendMessage", integration.GetProperty("IntegrationSubtype").GetString());
        Assert.Equal("$request.body.message", integration.GetProperty("RequestParameters").GetProperty("MessageBody").GetString());
        var routes = (await scenario.Aws.QueryAsync("apigatewayv2", "get-routes", "--api-id", id)).GetProperty("Items");
        Assert.Equal("POST /send-message", Assert.Single(routes.EnumerateArray()).GetProperty("RouteKey").GetString());
    }

    [Theory]
    [InlineData(AwsSide.LocalGateway)]
    [InlineData(AwsSide.Moto)]
    public async Task Rest_RouteIsChanged_NewDeploymentIsServedAndPolicyFollows(AwsSide side)
    {
        await using var scenario = await Scenario.StartAsync(side);
        await scenario.ApplyAsync(scenario.ApiManifest("orders", "REST"), scenario.SendMessageManifest("send-message", "orders"));
        await scenario.ReadyAsync("directroute/send-message");
        var before = DeploymentOf(await scenario.ReadyAsync("directapi/orders"));

        await scenario.ApplyAsync(scenario.SendMessageManifest("send-message", "orders", queue: scenario.QueueArn("returns")));

        var route = await scenario.ReadyAsync("directroute/send-message");
        var api = await Eventually.SeeAsync("another deployment is served", () => scenario.GetAsync("directapi/orders"), a => DeploymentOf(a) != before);
        var integration = await IntegrationAsync(scenario, api.GetProperty("status").GetProperty("apiId").GetString()!, "/send-message");
        Assert.EndsWith("/returns", integration.GetProperty("uri").GetString(), StringComparison.Ordinal);
        Assert.Equal(["sqs:SendMessage " + scenario.QueueArn("returns")], await GrantsAsync(scenario, route));
    }

    [Theory]
    [InlineData("REST", AwsSide.LocalGateway)]
    [InlineData("REST", AwsSide.Moto)]
    [InlineData("HTTP", AwsSide.LocalGateway)]
    [InlineData("HTTP", AwsSide.Moto)]
    public async Task Delete_EverythingIsDeleted_NothingIsLeftInAws(string protocol, AwsSide side)
    {
        await using var scenario = await Scenario.StartAsync(side);
        await scenario.ApplyAsync(scenario.ApiManifest("orders", protocol), scenario.SendMessageManifest("send-message", "orders"));
        await scenario.ReadyAsync("directroute/send-message");

        await scenario.DeleteAsync("directroute/send-message", "directapi/orders");

        Assert.Empty((await scenario.Aws.QueryAsync("apigateway", "get-rest-apis")).GetProperty("items").EnumerateArray());
        Assert.Empty((await scenario.Aws.QueryAsync("apigatewayv2", "get-apis")).GetProperty("Items").EnumerateArray());
        Assert.Empty((await scenario.Aws.QueryAsync("iam", "list-roles")).GetProperty("Roles").EnumerateArray());
    }

    [Theory]
    [InlineData(AwsSide.LocalGateway)]
    [InlineData(AwsSide.Moto)]
    public async Task Delete_OneRouteOfTwo_OtherGoesOnAndItsPermissionAlone(AwsSide side)
    {
        await using var scenario = await Scenario.StartAsync(side);
        await scenario.ApplyAsync(
            scenario.ApiManifest("orders", "REST"),
            scenario.SendMessageManifest("send-message", "orders"),
            scenario.SendMessageManifest("send-return", "orders", "/returns", scenario.QueueArn("returns")));
        await scenario.ReadyAsync("directroute/send-message");
        await scenario.ReadyAsync("directroute/send-return");

        await scenario.DeleteAsync("directroute/send-return");

        var id = (await scenario.ReadyAsync("directapi/orders")).GetProperty("status").GetProperty("apiId").GetString()!;
        var resources = (await scenario.Aws.QueryAsync("apigateway", "get-resources", "--rest-api-id", id)).GetProperty("items");
        Assert.Equal(["/", "/send-message"], resources.EnumerateArray().Select(r => r.GetProperty("path").GetString()).Order());
        Assert.Equal(["sqs:SendMessage " + scenario.QueueArn("orders")], await GrantsAsync(scenario, await scenario.GetAsync("directroute/send-message")));
    }

    private static string? DeploymentOf(JsonElement api) => api.GetProperty("status").GetProperty("stages")[0].GetProperty("deploymentId").GetString();

    private static async Task<JsonElement> IntegrationAsync(Scenario scenario, string api, string path)
    {
        var resources = (await scenario.Aws.QueryAsync("apigateway", "get-resources", "--rest-api-id", api)).GetProperty("items");
        var resource = resources.EnumerateArray().Single(r => r.GetProperty("path").GetString() == path).GetProperty("id").GetString()!;
        return await scenario.Aws.QueryAsync("apigateway", "get-integration", "--rest-api-id", api, "--resource-id", resource, "--http-method", "POST");
    }

    /// <summary>What the route's role allows, as <c>action resource</c>.</summary>
    private static async Task<IReadOnlyList<string>> GrantsAsync(Scenario scenario, JsonElement route)
    {
        var arn = route.GetProperty("status").GetProperty("roleArn").GetString()!;
        var policy = await scenario.Aws.QueryAsync("iam", "get-role-policy", "--role-name", arn[(arn.LastIndexOf('/') + 1)..], "--policy-name", "directroute");
        return [.. policy.GetProperty("PolicyDocument").GetProperty("Statement").EnumerateArray()
            .SelectMany(s => Texts(s.GetProperty("Action")), (s, action) => (s, action))
            .SelectMany(p => Texts(p.s.GetProperty("Resource")), (p, resource) => $"{p.action} {resource}")];
    }

    private static IEnumerable<string> Texts(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select(v => v.GetString()!) : [value.GetString()!];
}

using DirectRoute.EndToEnd.Harness;
using DirectRoute.Testing;

namespace DirectRoute.EndToEnd;

/// <summary>What is wrong is said on the very resource, and harms nobody else.</summary>
public sealed class RejectionTests
{
    [Fact]
    public async Task TwoRoutesOnOneMethodAndPath_OlderWins_YoungerSaysWhoHasIt()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.ApplyAsync(scenario.ApiManifest("orders", "REST"), scenario.SendMessageManifest("older", "orders"));
        await scenario.ReadyAsync("directroute/older");
        // Creation times have whole seconds.
        await Task.Delay(TimeSpan.FromSeconds(1.1), TimeProvider.System);

        await scenario.ApplyAsync(scenario.SendMessageManifest("younger", "orders", queue: scenario.QueueArn("returns")));

        var younger = await scenario.ConditionAsync("directroute/younger", "Accepted", "False", "Conflicted");
        Assert.Contains("older", Scenario.MessageOf(younger, "Accepted"), StringComparison.Ordinal);
        await scenario.ReadyAsync("directroute/older");
        Assert.Contains(await EventsAsync(scenario, "younger"), e => e.StartsWith("Conflicted: ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("arn:aws-cn:sqs:cn-north-1:123456789012:orders", "aws-cn")]
    [InlineData("arn:aws:sqs:us-east-1:12345:orders", "12345")]
    [InlineData("arn:aws:dynamodb:us-east-1:123456789012:table/users", "sqs")]
    public async Task ResourceCannotBeUsed_RouteIsRejected_SiblingIsServed(string resource, string named)
    {
        await using var scenario = await Scenario.StartAsync();

        await scenario.ApplyAsync(
            scenario.ApiManifest("orders", "REST"), scenario.SendMessageManifest("good", "orders"), scenario.SendMessageManifest("bad", "orders", "/bad", resource));

        var bad = await scenario.ConditionAsync("directroute/bad", "Accepted", "False", "InvalidResource");
        Assert.Contains("spec.target.resource", Scenario.MessageOf(bad, "Accepted"), StringComparison.Ordinal);
        Assert.Contains(named, Scenario.MessageOf(bad, "Accepted"), StringComparison.Ordinal);
        await scenario.ReadyAsync("directroute/good");
        await scenario.ReadyAsync("directapi/orders");
        Assert.Contains(await EventsAsync(scenario, "bad"), e => e.StartsWith("InvalidResource: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ServedRouteIsChangedIntoSomethingWrong_FormerVersionGoesOn()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.ApplyAsync(scenario.ApiManifest("orders", "REST"), scenario.SendMessageManifest("send-message", "orders"));
        var id = (await scenario.ReadyAsync("directapi/orders")).GetProperty("status").GetProperty("apiId").GetString()!;
        await scenario.ReadyAsync("directroute/send-message");

        await scenario.ApplyAsync(scenario.SendMessageManifest("send-message", "orders", queue: "arn:aws:sqs:us-east-1:nobody:orders"));

        var route = await scenario.ConditionAsync("directroute/send-message", "Programmed", "False");
        Assert.Contains("former version", Scenario.MessageOf(route, "Programmed"), StringComparison.Ordinal);
        var resources = await scenario.Aws.QueryAsync("apigateway", "get-resources", "--rest-api-id", id);
        Assert.Contains(resources.GetProperty("items").EnumerateArray(), r => r.GetProperty("path").GetString() == "/send-message");
    }

    [Fact]
    public async Task RouteWhoseApiDoesNotExistYet_WaitsAndIsServedOnceItDoes()
    {
        await using var scenario = await Scenario.StartAsync();

        await scenario.ApplyAsync(scenario.SendMessageManifest("send-message", "orders"));
        var waiting = await scenario.ConditionAsync("directroute/send-message", "ResolvedRefs", "False", "RefNotFound");
        Assert.Contains("'orders'", Scenario.MessageOf(waiting, "ResolvedRefs"), StringComparison.Ordinal);
        await scenario.ApplyAsync(scenario.ApiManifest("orders", "REST"));

        await scenario.ReadyAsync("directroute/send-message");
    }

    [Fact]
    public async Task RouteOfAnotherNamespace_ApiDoesNotAllowIt_IsToldSo()
    {
        await using var scenario = await Scenario.StartAsync();
        await using var other = await Scenario.StartAsync();
        await scenario.ApplyAsync(scenario.ApiManifest("orders", "REST"));
        await scenario.ReadyAsync("directapi/orders");

        var manifest = other.SendMessageManifest("guest", "orders").Replace("apiRef: {name: orders}", $"apiRef: {{name: orders, namespace: {scenario.Namespace.Name}}}", StringComparison.Ordinal);
        await other.ApplyAsync(manifest);

        var guest = await other.ConditionAsync("directroute/guest", "Accepted", "False", "NotAllowedByApi");
        Assert.Contains("allowedRoutes", Scenario.MessageOf(guest, "Accepted"), StringComparison.Ordinal);

        await scenario.ApplyAsync(scenario.ApiManifest("orders", "REST", "allowedRoutes: {namespaces: {from: All}}"));
        await other.ConditionAsync("directroute/guest", "Ready", "True");
    }

    [Fact]
    public async Task AccountDoesNotAllowNamespace_ApiIsToldSoAndNothingIsMade()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.ApplyAsync(scenario.AccountManifest("namespaces: {from: Selector, selector: {matchLabels: {team: payments}}}"));

        await scenario.ApplyAsync(scenario.ApiManifest("orders", "REST"));

        await scenario.ConditionAsync("directapi/orders", "Ready", "False", "NotAllowedByAccount");
        Assert.Empty((await scenario.Aws.QueryAsync("apigateway", "get-rest-apis")).GetProperty("items").EnumerateArray());

        (await scenario.Namespace.KubectlAsync("label", "namespace", scenario.Namespace.Name, "team=payments")).EnsureSuccess();
        await scenario.ReadyAsync("directapi/orders");
    }

    [Fact]
    public async Task DynamoDbOnHttp_AwsHasNoSuchIntegration_IsRejectedWithTheWayOut()
    {
        await using var scenario = await Scenario.StartAsync();

        await scenario.ApplyAsync(scenario.ApiManifest("users", "HTTP"), $$"""
            apiVersion: directroute.dev/v1alpha1
            kind: DirectRoute
            metadata: {name: get-user}
            spec:
              apiRef: {name: users}
              match: {method: GET, path: "/users/{userId}"}
              target:
                action: dynamodb:GetItem
                resource: arn:aws:dynamodb:us-east-1:{{scenario.Aws.Id}}:table/users
                parameters:
                  Key:
                    userId: {S: $request.path.userId}
            """);

        var route = await scenario.ConditionAsync("directroute/get-user", "Accepted", "False", "UnsupportedByProtocol");
        Assert.Contains("REST", Scenario.MessageOf(route, "Accepted"), StringComparison.Ordinal);
        await scenario.ReadyAsync("directapi/users");
    }

    [Theory]
    [InlineData("spec: {protocol: SOAP}", "spec.protocol")]
    [InlineData("spec: {}", "spec.protocol")]
    [InlineData("spec: {protocol: REST, region: Frankfurt}", "spec.region")]
    [InlineData("spec: {protocol: REST, stages: [{name: 'a b'}]}", "spec.stages.name")]
    [InlineData("spec: {protocol: REST, deletionPolicy: Maybe}", "spec.deletionPolicy")]
    public async Task SchemaCanRefuse_ApiServerRefusesAndNamesTheField(string spec, string field)
    {
        await using var scenario = await Scenario.StartAsync();

        var result = await scenario.Namespace.ApplyAsync("apiVersion: directroute.dev/v1alpha1\nkind: DirectApi\nmetadata: {name: bad}\n" + spec);

        Assert.False(result.Succeeded);
        Assert.Contains(field, result.Error, StringComparison.Ordinal);
    }

    private static Task<IReadOnlyList<string>> EventsAsync(Scenario scenario, string name) =>
        Eventually.SeeAsync($"there are events about {name}", () => scenario.EventsAsync(name), events => events.Count > 0);
}

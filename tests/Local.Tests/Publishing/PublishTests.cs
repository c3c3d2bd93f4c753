using System.Collections.Concurrent;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;
using DirectRoute.Local.Publishing;
using DirectRoute.Local.Tests.DataPlane;

namespace DirectRoute.Local.Tests.Publishing;

/// <summary>What manifests declare, in the gateway: served, seen by clients of the control plane, and replaced.</summary>
public sealed class PublishTests : IAsyncLifetime, IStageObserver
{
    private readonly LocalFixture local;
    private readonly ConcurrentQueue<ServedStage> deployed = new();

    public PublishTests() => local = new(new LocalOptions { Port = 0, StageObservers = [this] });

    public Task InitializeAsync() => local.InitializeAsync();

    public Task DisposeAsync() => local.DisposeAsync();

    void IStageObserver.Deployed(ServedStage stage) => deployed.Enqueue(stage);

    [Fact]
    public async Task Publish_RestApi_IsServedOnItsStage()
    {
        var result = Publish(Models.Rest("shop/orders", ("/orders", "$stageVariables.color")));

        var stage = Assert.Single(result.Stages);
        Assert.True(result.IsChanged);
        Assert.Equal(("prod", "us-east-1", "123456789012", ApiProtocol.REST), (stage.Name, stage.Region, stage.AccountId, stage.Protocol));
        Assert.Equal($"http://localhost:{local.Address.Port}/{result.ApiId}/prod", stage.UrlAt(local.Address));
        Assert.Equal((200, "blue"), await GetAsync(stage, "/orders"));
    }

    [Fact]
    public async Task Publish_RestApi_IsSeenByClientsOfTheControlPlane()
    {
        var result = Publish(Models.Rest("shop/orders", ("/orders/{id}", "one")));

        var api = Assert.Single((await local.Rest.GetRestApisAsync(new())).Items!);
        Assert.Equal((result.ApiId, "shop/orders", "REGIONAL", "shop"), (api.Id, api.Name, Assert.Single(api.EndpointConfiguration!.Types!), api.Tags!["team"]));
        Assert.Equal(["/", "/orders", "/orders/{id}"], (await local.Rest.GetResourcesAsync(new() { RestApiId = api.Id })).Items!.Select(r => r.Path!).Order());
        Assert.Equal(Assert.Single(result.Stages).DeploymentId, Assert.Single((await local.Rest.GetStagesAsync(new() { RestApiId = api.Id })).Item!).DeploymentId);
    }

    [Fact]
    public async Task Publish_HttpApi_IsSeenByClientsOfTheControlPlane()
    {
        var result = Publish(Models.Http("shop/users", "/users", "/users/{id}"));

        var stage = Assert.Single(result.Stages);
        Assert.Equal($"http://{result.ApiId}.execute-api.localhost:{local.Address.Port}", stage.UrlAt(local.Address));
        Assert.Equal(result.ApiId, Assert.Single((await local.Http.GetApisAsync(new())).Items!).ApiId);
        Assert.Equal(["GET /users", "GET /users/{id}"], (await local.Http.GetRoutesAsync(new() { ApiId = result.ApiId })).Items!.Select(r => r.RouteKey!).Order());
        Assert.Equal(stage.DeploymentId, Assert.Single((await local.Http.GetStagesAsync(new() { ApiId = result.ApiId })).Items!).DeploymentId);
    }

    [Fact]
    public async Task Publish_Again_ServesTheNewRoutesUnderTheSameUrl()
    {
        var before = Publish(Models.Rest("shop/orders", ("/old", "old"), ("/both", "before")));
        var after = Publish(Models.Rest("shop/orders", ("/new", "new"), ("/both", "after")));

        var stage = Assert.Single(after.Stages);
        Assert.Equal(before.ApiId, after.ApiId);
        Assert.Equal(403, (await GetAsync(stage, "/old")).Status);
        Assert.Equal((200, "new"), await GetAsync(stage, "/new"));
        Assert.Equal((200, "after"), await GetAsync(stage, "/both"));
        Assert.Single((await local.Rest.GetDeploymentsAsync(new() { RestApiId = after.ApiId })).Items!);
    }

    [Fact]
    public void Publish_SameModel_ChangesNothing()
    {
        var before = Publish(Models.Rest("shop/orders", ("/orders", "one")));
        var after = Publish(Models.Rest("shop/orders", ("/orders", "one")));

        Assert.False(after.IsChanged);
        Assert.Equal(before.Stages, after.Stages);
    }

    [Fact]
    public async Task Publish_AfterAClientDeletedTheApi_BringsItBack()
    {
        var api = Models.Rest("shop/orders", ("/orders", "one"));
        await local.Rest.DeleteRestApiAsync(new() { RestApiId = Publish(api).ApiId });

        var again = Publish(api);

        Assert.Equal((200, "one"), await GetAsync(Assert.Single(again.Stages), "/orders"));
    }

    [Fact]
    public async Task Publish_WithoutAnApi_RemovesItAndNoOtherOfTheRegion()
    {
        var made = await local.NewApiAsync();
        var stage = Assert.Single(Publish(Models.Rest("shop/orders", ("/orders", "one"))).Stages);

        local.Gateway.Publish(new PublishedSet());

        Assert.Equal(403, (await GetAsync(stage, "/orders")).Status);
        Assert.Equal(made.Id, Assert.Single((await local.Rest.GetRestApisAsync(new())).Items!).Id);
    }

    [Fact]
    public async Task Publish_InAnotherRegionOrProtocol_Moves()
    {
        var api = Models.Rest("shop/orders", ("/orders", "one"));
        Publish(api);

        var moved = Publish(api with { Model = api.Model with { Region = "eu-west-1" } });

        Assert.Empty((await local.Rest.GetRestApisAsync(new())).Items ?? []);
        Assert.Equal((200, "one"), await GetAsync(Assert.Single(moved.Stages), "/orders"));

        Publish(Models.Http("shop/orders", "/orders"));

        using var rest = local.RestIn("eu-west-1");
        Assert.Empty((await rest.GetRestApisAsync(new())).Items ?? []);
        Assert.Single((await local.Http.GetApisAsync(new())).Items!);
    }

    [Fact]
    public async Task Publish_ApiWithoutRoutes_IsThereAndServesNothing()
    {
        var result = Publish(Models.Rest("shop/orders"));

        Assert.Empty(result.Stages);
        Assert.Null(result.Refusal);
        Assert.Single((await local.Rest.GetRestApisAsync(new())).Items!);
    }

    [Fact]
    public async Task Publish_WhatApiGatewayRefuses_KeepsWhatWasServed()
    {
        var good = Models.Http("shop/users", "/users");
        var before = Publish(good);
        var bad = good with { Model = good.Model with { Cors = new CorsModel { AllowCredentials = true, AllowOrigins = ["*"] } } };

        var refused = Publish(bad);

        Assert.Equal("AllowCredentials cannot be true when AllowOrigins is *", refused.Refusal);
        Assert.Equal(before.Stages, refused.Stages);
        Assert.Null((await local.Http.GetApiAsync(new() { ApiId = before.ApiId })).CorsConfiguration);
        Assert.Null(Publish(good).Refusal);
    }

    [Fact]
    public async Task Deployment_OfAClient_IsObservedOnce()
    {
        var api = await DeployedApi.NewAsync(local);
        await api.MockAsync("GET", "/items", "one");
        Assert.Empty(deployed);

        var deployment = await api.DeployAsync();
        await local.Rest.GetRestApisAsync(new());

        var stage = Assert.Single(deployed);
        Assert.Equal((api.Id, "test", deployment), (stage.ApiId, stage.Name, stage.DeploymentId));
    }

    private PublishResult Publish(PublishedApi api) => Assert.Single(local.Gateway.Publish(new PublishedSet { Apis = [api] }));

    private async Task<(int Status, string Body)> GetAsync(ServedStage stage, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, stage.UrlAt(local.Address).Replace("localhost", "127.0.0.1", StringComparison.Ordinal) + path);
        var got = await DeployedApi.SendAsync(request);
        return (got.Status, got.Body);
    }
}

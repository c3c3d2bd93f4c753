using DirectRoute.Core.Collections;
using DirectRoute.Core.Failures;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;
using DirectRoute.Core.Planning;
using DirectRoute.Operator.Cloud;

namespace DirectRoute.Operator.Tests.Cloud;

public sealed class RestLifeTests
{
    [Fact]
    public async Task Apply_NewApi_IsObservedAsDesired()
    {
        using var fixture = await CloudFixture.StartAsync();
        var desired = Models.Rest(fixture, Models.SendMessage(fixture), Models.GetItem(fixture));

        var applied = await ApplyAsync(fixture, desired, null);

        Assert.Null(applied.Failure);
        var observed = await ObserveAsync(fixture);
        // moto forgets the description of a stage that CreateDeployment makes; the first stage here has none.
        Assert.Equal(Known(applied.State!), Known(observed!));
        Assert.Equal("", ApiPlanner.Plan(desired, observed, []).ToString());
    }

    [Fact]
    public async Task Apply_ChangedRoute_ChangesItAndDeploysOnce()
    {
        using var fixture = await CloudFixture.StartAsync();
        var first = await ApplyAsync(fixture, Models.Rest(fixture, Models.SendMessage(fixture), Models.GetItem(fixture)), null);
        var desired = Models.Rest(fixture, Models.SendMessage(fixture, body: "Action=SendMessage&DelaySeconds=5"), Models.GetItem(fixture));

        var plan = ApiPlanner.Plan(desired, await ObserveAsync(fixture, first.State!.ApiId), []);
        var applied = await fixture.Cloud.ApplyApiAsync(plan, first.State, fixture.Owner, default);

        Assert.Null(applied.Failure);
        Assert.Equal(plan.Calls, applied.Calls);
        Assert.Equal(1, plan.Steps.Count(s => s.Calls.Any(c => c is RestCall.CreateDeployment)));
        var observed = await ObserveAsync(fixture, applied.State!.ApiId);
        Assert.True(ApiPlanner.Plan(desired, observed, []).IsEmpty);
        Assert.Equal(2, observed!.History.Count);
        Assert.All(observed.Deployments.Values, d => Assert.Equal(ContentHash.Of(desired), d.ContentHash));
    }

    [Fact]
    public async Task Apply_ManyChanges_EndsAsDesired()
    {
        using var fixture = await CloudFixture.StartAsync();
        var first = await ApplyAsync(fixture, Models.Rest(fixture, Models.SendMessage(fixture), Models.GetItem(fixture), Models.GetItem(fixture, "/old/{userId}/items")), null);
        var desired = Models.Rest(
            fixture,
            Models.SendMessage(fixture) with { Authorization = AuthorizationType.AWS_IAM },
            Models.GetItem(fixture, "/users/{name}") with { RequestParameters = ValueMap.Of(("method.request.path.name", true)) },
            Models.SendMessage(fixture, "/")) with
        {
            Name = "orders-2",
            Description = null,
            Stages = [new() { Name = "live", Variables = ValueMap.Of(("queue", "other")) }],
        };

        var applied = await ApplyAsync(fixture, desired, first.State);

        Assert.Null(applied.Failure);
        var observed = await ObserveAsync(fixture);
        Assert.Equal("", ApiPlanner.Plan(desired, observed, []).ToString());
        Assert.Equal(["/", "/send-message", "/users", "/users/{name}"], observed!.ResourceIds.Keys);
    }

    [Fact]
    public async Task Apply_LastRouteGone_ServesNothing()
    {
        using var fixture = await CloudFixture.StartAsync();
        var first = await ApplyAsync(fixture, Models.Rest(fixture, Models.SendMessage(fixture)), null);
        var desired = Models.Rest(fixture);

        var applied = await ApplyAsync(fixture, desired, first.State);

        Assert.Null(applied.Failure);
        var observed = await ObserveAsync(fixture);
        Assert.Empty(observed!.Model.Routes);
        Assert.Empty(observed.Deployments);
        Assert.True(ApiPlanner.Plan(desired, observed, []).IsEmpty);
    }

    [Fact]
    public async Task Apply_HeldRoute_LeavesItAsItIs()
    {
        using var fixture = await CloudFixture.StartAsync();
        var first = await ApplyAsync(fixture, Models.Rest(fixture, Models.SendMessage(fixture), Models.GetItem(fixture)), null);
        var desired = Models.Rest(fixture, Models.SendMessage(fixture));

        var plan = ApiPlanner.Plan(desired, await ObserveAsync(fixture, first.State!.ApiId), ["GET /users/{userId}"]);

        Assert.Equal("", plan.ToString());
    }

    [Fact]
    public async Task Delete_Api_LeavesNothingAndCanBeRepeated()
    {
        using var fixture = await CloudFixture.StartAsync();
        var first = await ApplyAsync(fixture, Models.Rest(fixture, Models.SendMessage(fixture)), null);

        var deleted = await fixture.Cloud.ApplyApiAsync(ApiPlanner.Delete(first.State!), first.State, fixture.Owner, default);

        Assert.Null(deleted.Failure);
        Assert.Null(deleted.State);
        Assert.Null(await ObserveAsync(fixture, first.State!.ApiId));
        var list = await fixture.Account.QueryAsync("apigateway", "get-rest-apis");
        Assert.Equal(0, list.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task Observe_AnotherOwnersApi_IsRefused()
    {
        using var fixture = await CloudFixture.StartAsync();
        var first = await ApplyAsync(fixture, Models.Rest(fixture, Models.SendMessage(fixture)), null);
        var other = fixture.Owner with { Name = "invoices" };

        var byId = await fixture.Cloud.ObserveApiAsync(new(ApiProtocol.REST, other, first.State!.ApiId), default);
        var byTags = await fixture.Cloud.ObserveApiAsync(new(ApiProtocol.REST, other, null), default);

        Assert.Equal(FailureReasons.NotOwned, byId.Failure!.Reason);
        Assert.Contains(fixture.Owner.ToString(), byId.Failure.Message, StringComparison.Ordinal);
        Assert.Null(byTags.Value);
    }

    [Fact]
    public async Task Observe_TwoApisOfOneOwner_TakesTheOldestAndNamesTheOther()
    {
        using var fixture = await CloudFixture.StartAsync();
        var first = await ApplyAsync(fixture, Models.Rest(fixture), null);
        var second = await ApplyAsync(fixture, Models.Rest(fixture), null);

        var observed = await ObserveAsync(fixture);

        // AWS counts whole seconds: of two made in one second the id decides.
        string[] ids = [first.State!.ApiId, second.State!.ApiId];
        Assert.Contains(observed!.ApiId, ids);
        Assert.Equal(ids.Where(i => i != observed.ApiId), observed.DuplicateApiIds);
    }

    internal static async Task<ApplyResult<ObservedApi>> ApplyAsync(CloudFixture fixture, ApiModel desired, ObservedApi? observed) =>
        await fixture.Cloud.ApplyApiAsync(ApiPlanner.Plan(desired, observed, []), observed, fixture.Owner, default);

    private static async Task<ObservedApi?> ObserveAsync(CloudFixture fixture, string? apiId = null) =>
        (await fixture.Cloud.ObserveApiAsync(fixture.Lookup(ApiProtocol.REST, apiId), default)).Value;

    private static ObservedApi Known(ObservedApi api) => api with { Model = Equivalence.Normalize(api.Model) };
}

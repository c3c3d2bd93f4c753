using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;
using DirectRoute.Core.Planning;

namespace DirectRoute.Operator.Tests.Cloud;

public sealed class HttpLifeTests
{
    [Fact]
    public async Task Apply_WholeLife_IsEachTimeObservedAsDesired()
    {
        using var fixture = await CloudFixture.StartAsync();
        var first = Models.Http(fixture, Models.HttpSendMessage(fixture), Models.HttpSendMessage(fixture, "/old"));
        var changed = Models.HttpSendMessage(fixture) with { Authorization = AuthorizationType.AWS_IAM };
        changed = changed with { Integration = changed.Integration with { RequestParameters = changed.Integration.RequestParameters.Without("DelaySeconds").With("MessageBody", "$request.body") } };
        var second = Models.Http(fixture, changed, Models.HttpSendMessage(fixture, "/new")) with { Description = "Takes more orders" };

        ObservedApi? observed = null;
        foreach (var desired in new[] { first, second })
        {
            var applied = await RestLifeTests.ApplyAsync(fixture, desired, observed);
            Assert.Null(applied.Failure);
            observed = (await fixture.Cloud.ObserveApiAsync(fixture.Lookup(ApiProtocol.HTTP), default)).Value;
            Assert.Equal("", ApiPlanner.Plan(desired, observed, []).ToString());
            Assert.Equal(applied.State!.RouteIds, observed!.RouteIds);
            Assert.Equal(applied.State.Endpoint, observed.Endpoint);
            Assert.Empty(observed.OrphanIntegrationIds);
        }

        var deleted = await fixture.Cloud.ApplyApiAsync(ApiPlanner.Delete(observed!), observed, fixture.Owner, default);
        Assert.Null(deleted.Failure);
        Assert.Null((await fixture.Cloud.ObserveApiAsync(fixture.Lookup(ApiProtocol.HTTP, observed!.ApiId), default)).Value);
    }
}

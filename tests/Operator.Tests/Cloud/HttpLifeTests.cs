using DirectRoute.Core.Collections;
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

    [Fact]
    public async Task Apply_CorsAndProxies_IsEachTimeObservedAsDesired()
    {
        using var fixture = await CloudFixture.StartAsync();
        var route = new RouteModel
        {
            Method = RouteMethod.GET,
            Path = "/orders",
            Authorization = AuthorizationType.AWS_IAM,
            Integration = new()
            {
                Type = IntegrationType.HTTP_PROXY,
                Uri = "https://orders.example",
                HttpMethod = "GET",
                RequestParameters = ValueMap.Of(("overwrite:header.x", "$request.header.y")),
                ResponseParameters = ValueMap.Of(("200", ValueMap.Of(("append:header.z", "$context.requestId")))),
                TimeoutInMillis = 5_000,
            },
        };
        var first = Models.Http(fixture, route) with
        {
            Cors = new() { AllowOrigins = ["https://shop.example"], AllowMethods = ["GET"], MaxAge = 60 },
        };
        var second = first with
        {
            Cors = first.Cors! with { AllowOrigins = ["*"], AllowHeaders = ["authorization"] },
            Routes = [route with { Integration = route.Integration with { ResponseParameters = default } }],
        };
        var third = Models.Http(fixture, route with { Authorization = AuthorizationType.NONE });

        ObservedApi? observed = null;
        foreach (var desired in new[] { first, second, third })
        {
            var applied = await RestLifeTests.ApplyAsync(fixture, desired, observed);
            Assert.Null(applied.Failure?.Message);
            observed = (await fixture.Cloud.ObserveApiAsync(fixture.Lookup(ApiProtocol.HTTP), default)).Value;
            Assert.Equal("", ApiPlanner.Plan(desired, observed, []).ToString());
        }
        Assert.Null(observed!.Model.Cors);
    }
}

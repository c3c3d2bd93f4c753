using DirectRoute.Core.Collections;
using DirectRoute.Core.Failures;
using DirectRoute.Core.Model;
using DirectRoute.Core.Planning;

namespace DirectRoute.Operator.Tests.Cloud;

public sealed class RoleLifeTests
{
    [Fact]
    public async Task Apply_WholeLife_IsEachTimeObservedAsDesired()
    {
        using var fixture = await CloudFixture.StartAsync();
        var first = Models.Role(fixture);
        var second = first with
        {
            Description = "Of the API orders, second edition",
            MaxSessionDuration = 7200,
            Tags = first.Tags.With("team", "shop"),
            InlinePolicies = ValueMap.Of((RoleModel.InlinePolicyName, Models.Allow("sqs:SendMessage", "*")), ("extra", Models.Allow("sns:Publish", "*"))),
        };

        ObservedRole? observed = null;
        foreach (var desired in new[] { first, second, first })
        {
            var plan = RolePlanner.Plan(desired, observed, false);
            var applied = await fixture.Cloud.ApplyRoleAsync(plan, observed, fixture.Owner, default);
            Assert.Null(applied.Failure);
            Assert.Equal(plan.Calls, applied.Calls);
            observed = (await fixture.Cloud.ObserveRoleAsync(desired.Name, fixture.Owner, default)).Value;
            Assert.Equal("", RolePlanner.Plan(desired, observed, false).ToString());
            Assert.Equal(applied.State!.Arn, observed!.Arn);
        }

        var deleted = await fixture.Cloud.ApplyRoleAsync(RolePlanner.Delete(observed!), observed, fixture.Owner, default);
        Assert.Null(deleted.Failure);
        Assert.Null(deleted.State);
        Assert.Null((await fixture.Cloud.ObserveRoleAsync(first.Name, fixture.Owner, default)).Value);
    }

    [Fact]
    public async Task Observe_RoleOfSomebodyElse_IsRefusedWithWhatToDo()
    {
        using var fixture = await CloudFixture.StartAsync();
        await fixture.Cloud.ApplyRoleAsync(RolePlanner.Plan(Models.Role(fixture), null, false), null, fixture.Owner, default);

        var outcome = await fixture.Cloud.ObserveRoleAsync("directroute-orders", fixture.Owner with { Namespace = "other" }, default);

        Assert.Equal(FailureReasons.NotOwned, outcome.Failure!.Reason);
        Assert.Contains("Choose another name", outcome.Failure.Message, StringComparison.Ordinal);
    }
}

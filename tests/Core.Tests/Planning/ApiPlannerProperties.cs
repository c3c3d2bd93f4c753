using DirectRoute.Core.Collections;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;
using DirectRoute.Core.Planning;

namespace DirectRoute.Core.Tests.Planning;

public sealed class ApiPlannerProperties
{
    [Theory]
    [InlineData(ApiProtocol.REST)]
    [InlineData(ApiProtocol.HTTP)]
    public void Plan_AnyStateThatACrashLeft_ConvergesInOnePlan(ApiProtocol protocol) => RandomModels.ForAll(random => Converges(random, protocol));

    [Fact]
    public void Plan_CrashBetweenAnIntegrationAndItsRoute_RemovesTheIntegration() => Converges(new RandomModels(215678661), ApiProtocol.HTTP);

    private static void Converges(RandomModels random, ApiProtocol protocol)
    {
        var aws = Crashed(random, protocol);
        var desired = random.Api(protocol);

        aws.Apply(ApiPlanner.Plan(desired, aws.Observed, []));

        Assert.Equal("", ApiPlanner.Plan(desired, aws.Observed, []).ToString());
        Assert.Equal(Equivalence.Normalize(desired) with { Stages = [] }, Equivalence.Normalize(aws.Observed!.Model) with { Stages = [] });
        if (protocol == ApiProtocol.REST) AssertServed(aws, desired);
        else Assert.Empty(aws.Observed.OrphanIntegrationIds);
    }

    [Theory]
    [InlineData(ApiProtocol.REST)]
    [InlineData(ApiProtocol.HTTP)]
    public void Plan_SameInput_IsTheSamePlan(ApiProtocol protocol) => RandomModels.ForAll(random =>
    {
        var observed = Crashed(random, protocol).Observed;
        var desired = random.Api(protocol);

        Assert.Equal(ApiPlanner.Plan(desired, observed, []), ApiPlanner.Plan(desired, observed, []));
    });

    [Theory]
    [InlineData(ApiProtocol.REST)]
    [InlineData(ApiProtocol.HTTP)]
    public void Plan_HeldRoutes_StayAsTheyAre(ApiProtocol protocol) => RandomModels.ForAll(random =>
    {
        var before = random.Api(protocol);
        var aws = new SimulatedApi().Apply(ApiPlanner.Plan(before, null, []));
        var held = before.Routes.Where(_ => random.Coin()).ToList();
        var desired = random.Api(protocol);
        desired = desired with { Routes = desired.Routes.Where(r => !held.Exists(h => InTheWay(h, r))).ToValueList() };
        var keys = held.Select(r => r.Key).ToValueList();
        var ids = held.Select(r => Ids(aws.Observed!, r)).ToList();

        aws.Apply(ApiPlanner.Plan(desired, aws.Observed, keys));

        Assert.Equal(held, held.Select(h => aws.Observed!.Model.Routes.Single(r => r.Key == h.Key)));
        Assert.Equal(ids, held.Select(r => Ids(aws.Observed!, r)));
        Assert.Equal("", ApiPlanner.Plan(desired, aws.Observed, keys).ToString());
    });

    [Fact]
    public void Plan_ManyDeployments_KeepsTheNewestAndThoseThatAreServed() => RandomModels.ForAll(random =>
    {
        var aws = new SimulatedApi();
        for (var i = 0; i < 9; i++) aws.Apply(ApiPlanner.Plan(random.Api(ApiProtocol.REST), aws.Observed, []));

        Assert.InRange(aws.Observed!.History.Count, 0, 5);
        Assert.Equal(aws.Observed.History, aws.Observed.History.OrderByDescending(d => d.CreatedAt));
    });

    [Fact]
    public void Plan_EqualContentInTheHistory_IsServedAgainWithoutANewDeployment()
    {
        var random = new RandomModels(7);
        var first = WithRoutes(random) with { Stages = [new() { Name = "prod" }] };
        var second = first with { Routes = [first.Routes[0] with { Integration = first.Routes[0].Integration with { TimeoutInMillis = 77 } }] };
        var aws = new SimulatedApi();
        foreach (var api in new[] { first, second }) aws.Apply(ApiPlanner.Plan(api, aws.Observed, []));

        var plan = ApiPlanner.Plan(first, aws.Observed, []);
        aws.Apply(plan);

        Assert.DoesNotContain(plan.Steps.SelectMany(s => s.Calls), c => c is RestCall.CreateDeployment);
        Assert.Equal(ApiContent.Of(first), aws.Serves("prod"));
    }

    /// <summary>An API that one plan made, and that another changed as far as a crash let it.</summary>
    private static SimulatedApi Crashed(RandomModels random, ApiProtocol protocol)
    {
        var aws = new SimulatedApi();
        for (var i = 0; i < 2; i++)
        {
            var plan = ApiPlanner.Plan(random.Api(protocol), aws.Observed, []);
            aws.Apply(plan, random.Coin() ? int.MaxValue : random.Next(plan.Calls + 1));
        }
        return aws;
    }

    private static void AssertServed(SimulatedApi aws, ApiModel desired)
    {
        var expected = ApiContent.Of(desired);
        var stages = desired.Routes.Count == 0 ? [] : desired.Stages.Select(s => s.Name);
        Assert.Equal(stages, aws.Observed!.Deployments.Keys);
        Assert.All(aws.Observed.Deployments.Keys, s => Assert.Equal(expected, aws.Serves(s)));
    }

    private static ApiModel WithRoutes(RandomModels random)
    {
        ApiModel api;
        do api = random.Api(ApiProtocol.REST);
        while (api.Routes.Count == 0);
        return api with { Routes = [api.Routes[0]] };
    }

    /// <summary>The compiler lets no accepted route collide with a held one: neither in its key nor in its path variables.</summary>
    private static bool InTheWay(RouteModel held, RouteModel route) =>
        held.Key == route.Key || (route.Path != held.Path && held.Path.Contains('{', StringComparison.Ordinal) && route.Path.Contains('{', StringComparison.Ordinal));

    private static string Ids(ObservedApi api, RouteModel route) =>
        api.Model.Protocol == ApiProtocol.REST ? api.ResourceIds[route.Path] : api.RouteIds[route.Key].ToString();
}

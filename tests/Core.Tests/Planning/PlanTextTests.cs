using DirectRoute.Core.Collections;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;
using DirectRoute.Core.Planning;

namespace DirectRoute.Core.Tests.Planning;

/// <summary>What a person reads, and what it costs.</summary>
public sealed class PlanTextTests
{
    [Fact]
    public void Plan_NewRestApi_ReadsAsADiff()
    {
        var plan = ApiPlanner.Plan(ApiPlannerFieldTests.RestApi(), null, []);

        Assert.Equal(
            """
            + REST API orders
            + resource /users
            + resource /users/{id}
            + POST /users/{id}
            + deployment a09d5394e6b6 to new stage prod
            """, plan.ToString());
        Assert.Equal(
            ["CreateRestApi", "CreateResource", "CreateResource", "PutMethod", "PutMethodResponse", "PutMethodResponse", "PutIntegration", "PutIntegrationResponse", "PutIntegrationResponse", "CreateDeployment"],
            plan.Steps.SelectMany(s => s.Calls).Select(c => c.ToString()));
    }

    [Fact]
    public void Plan_VariableRenamed_DeletesBeforeItCreates()
    {
        var before = ApiPlannerFieldTests.RestApi();
        var aws = new SimulatedApi().Apply(ApiPlanner.Plan(before, null, []));
        var after = before with { Routes = [before.Routes[0] with { Path = "/users/{name}", RequestParameters = ValueMap.Of(("method.request.path.name", true)) }] };

        var plan = ApiPlanner.Plan(after, aws.Observed, []);

        Assert.Equal(
            """
            - POST /users/{id}
            + resource /users/{name}
            + POST /users/{name}
            + deployment 607cc99b09b0 to stage prod
            """, plan.ToString());
    }

    [Fact]
    public void Plan_HttpApi_ReadsAsADiff()
    {
        RouteModel Route(string path, string body) => new()
        {
            Method = RouteMethod.POST,
            Path = path,
            Integration = new() { Type = IntegrationType.AWS_PROXY, Subtype = "SQS-SendMessage", RequestParameters = ValueMap.Of(("MessageBody", body)), TimeoutInMillis = 30_000 },
        };
        var before = new ApiModel { Protocol = ApiProtocol.HTTP, Region = "us-east-1", Name = "orders", Routes = [Route("/a", "x"), Route("/b", "x")], Stages = [new() { Name = "$default" }] };
        var first = ApiPlanner.Plan(before, null, []);
        var aws = new SimulatedApi().Apply(first);

        var plan = ApiPlanner.Plan(before with { Routes = [Route("/a", "y"), Route("/c", "x")] }, aws.Observed, []);

        Assert.Equal("+ HTTP API orders\n+ POST /a\n+ POST /b\n+ stage $default", first.ToString());
        Assert.Equal(
            """
            ~ POST /a integration.requestParameters[MessageBody]: x -> y
            + POST /c
            - POST /b
            """, plan.ToString());
        Assert.Equal(["UpdateIntegration", "CreateIntegration", "CreateRoute", "DeleteRoute", "DeleteIntegration"], plan.Steps.SelectMany(s => s.Calls).Select(c => c.Operation));
        Assert.Equal("- HTTP API orders", ApiPlanner.Delete(aws.Observed!).ToString());
    }

    [Fact]
    public void Plan_AnyCall_PrintsNoTemplate() =>
        Assert.DoesNotContain(ApiPlanner.Plan(ApiPlannerFieldTests.RestApi(), null, []).Steps.SelectMany(s => s.Calls), c => c.ToString().Contains("one", StringComparison.Ordinal));
}

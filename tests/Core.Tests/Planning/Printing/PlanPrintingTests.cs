using DirectRoute.Core.Collections;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;
using DirectRoute.Core.Planning;
using DirectRoute.Core.Planning.Printing;

namespace DirectRoute.Core.Tests.Planning.Printing;

/// <summary>What the one who asks for a plan reads, what a CI reads, and what everybody may read.</summary>
public sealed class PlanPrintingTests
{
    [Fact]
    public void Text_NewApi_HasEachThingWithItsCallsAndTheSum() => Assert.Equal(
        """
        + REST API orders
              1 call: CreateRestApi (3 s of its quota)
        + resource /users
              1 call: CreateResource (0.2 s of its quota)
        + resource /users/{id}
              1 call: CreateResource (0.2 s of its quota)
        + POST /users/{id}
              6 calls: PutIntegration, 2 PutIntegrationResponse, PutMethod, 2 PutMethodResponse
        + deployment a09d5394e6b6 to new stage prod
              1 call: CreateDeployment (5 s of its quota)
        Plan: 5 to create, 0 to update, 0 to delete; 10 calls, using 5 s of the quota of CreateDeployment.

        """, PlanText.Write(ApiPlanner.Plan(ApiPlannerFieldTests.RestApi(), null, [])));

    [Fact]
    public void Text_TemplateChanged_ShowsTheLinesThatChange() => Assert.Equal(
        """
        ~ POST /users/{id} integration.uri: arn:a -> arn:b
        ~ POST /users/{id} integration.requestTemplates[application/json]: 23 characters, sha256:50ce6eb2 -> 28 characters, sha256:7cb1deda
              @ 3 lines
                four
              - five
              + five\u001b
              + 5.5
                six
              3 calls: PutIntegration, 2 PutIntegrationResponse
        """.Split('\n'), PlanText.Write(Changed()).Split('\n')[..9]);

    [Fact]
    public void Text_NothingToDo_SaysSo()
    {
        Assert.Equal("No changes.\n", PlanText.Write(Plan.Empty));
        Assert.Equal("No changes.", Assert.Single(PlanText.Lines(Plan.Empty)).Text);
    }

    [Fact]
    public void Text_Role_CountsNoQuota() => Assert.EndsWith(
        "Plan: 2 to create, 0 to update, 0 to delete; 2 calls.\n", PlanText.Write(RolePlan()), StringComparison.Ordinal);

    [Fact]
    public void Text_ManyChanges_KindsAreWhatATerminalColoursBy() => Assert.Equal(
        [PlanLineKind.Update, PlanLineKind.Update, PlanLineKind.Body, PlanLineKind.Body, PlanLineKind.BodyRemoved, PlanLineKind.BodyAdded, PlanLineKind.BodyAdded, PlanLineKind.Body],
        PlanText.Lines(Changed()).Take(8).Select(l => l.Kind));

    [Fact]
    public void Json_Update_IsForPrograms() => Assert.Equal(
        """
        {
          "create": 1,
          "update": 1,
          "delete": 0,
          "cost": {
            "calls": 2,
            "operations": {
              "CreateDeployment": 1,
              "UpdateRestApi": 1
            },
            "quota": "CreateDeployment",
            "quotaSeconds": 5
          },
          "steps": [
            {
              "change": "update",
              "subject": "REST API orders",
              "fields": [
                {
                  "field": "description",
                  "before": "Takes orders"
                },
                {
                  "field": "minimumCompressionSize",
                  "after": "10"
                }
              ],
              "cost": {
                "calls": 1,
                "operations": {
                  "UpdateRestApi": 1
                },
                "quota": "all calls",
                "quotaSeconds": 0.1
              }
            },
            {
              "change": "create",
              "subject": "deployment 0c9a28885861 to stage prod",
              "cost": {
                "calls": 1,
                "operations": {
                  "CreateDeployment": 1
                },
                "quota": "CreateDeployment",
                "quotaSeconds": 5
              }
            }
          ]
        }
        """, PlanJson.Write(Between(ApiPlannerFieldTests.RestApi(), a => a with { Description = null, MinimumCompressionSize = 10 })));

    [Fact]
    public void Outline_Update_NamesFieldsAndHoldsNoValue()
    {
        var outline = PlanOutline.Of(Changed());

        Assert.Equal("1 to create, 1 to update, 0 to delete", outline.Summary);
        Assert.Equal("~ POST /users/{id} integration.uri, integration.requestTemplates[application/json]", outline.Steps[0]);
        Assert.Equal(0, outline.MoreSteps);
        Assert.Equal(Changed().Calls, outline.Calls);
    }

    [Fact]
    public void Outline_OtherValueOfTheSameField_HasAnotherHash()
    {
        static PlanOutline To(string description) => PlanOutline.Of(Between(ApiPlannerFieldTests.RestApi(), a => a with { Description = description }));

        Assert.Equal(To("a"), To("a"));
        Assert.Equal(To("a").Steps, To("b").Steps);
        Assert.NotEqual(To("a").Hash, To("b").Hash);
        Assert.NotEqual(To(new string('x', 500) + "a").Hash, To(new string('x', 500) + "b").Hash);
    }

    [Fact]
    public void Outline_HugePlan_IsShort()
    {
        var tags = Enumerable.Range(0, 40).Select(i => KeyValuePair.Create($"{i}" + new string('k', 100), "v")).ToValueMap();
        var changed = Between(ApiPlannerFieldTests.RestApi(), a => a with { Tags = tags, Stages = [.. Enumerable.Range(0, 40).Select(i => new StageModel { Name = $"s{i:00}" })] });

        var outline = PlanOutline.Of(changed, 5);

        Assert.Equal(5, outline.Steps.Count);
        Assert.Equal(changed.Steps.Count - 5, outline.MoreSteps);
        Assert.All(outline.Steps, s => Assert.InRange(s.Length, 1, 256));
    }

    [Fact]
    public void Text_HostileNames_StayOnTheirLine()
    {
        var api = ApiPlannerFieldTests.RestApi() with { Name = "orders\n- GET /all\u001b[2J\u202e" };

        Assert.StartsWith("+ REST API orders\\n- GET /all\\u001b[2J\\u202e\n", PlanText.Write(ApiPlanner.Plan(api, null, [])), StringComparison.Ordinal);
    }

    [Fact]
    public void Text_AnyModels_EveryLineIsOneLineAndSumsAddUp() => RandomModels.ForAll(random =>
    {
        var protocol = random.Coin() ? ApiProtocol.REST : ApiProtocol.HTTP;
        var aws = new SimulatedApi().Apply(ApiPlanner.Plan(random.Api(protocol), null, []));
        var plan = ApiPlanner.Plan(random.Api(protocol), aws.Observed, []);

        Assert.All(PlanText.Lines(plan), l => Assert.DoesNotContain('\n', l.Text));
        Assert.Equal(plan.Steps.Count, PlanText.Lines(plan).Count(l => l.Kind == PlanLineKind.Cost));
        Assert.Equal(plan.Calls, PlanCost.Of(plan).Operations.Values.Sum());
        Assert.Equal(plan.Calls, plan.Steps.Sum(s => PlanCost.Of(s).Calls));
        Assert.Equal(plan.IsEmpty, PlanCost.Of(plan).Quota is null);
    });

    private static Plan Changed() => Between(
        WithTemplate(ApiPlannerFieldTests.RestApi(), "one\ntwo\n3\nfour\nfive\nsix"),
        a => WithTemplate(a, "one\ntwo\n3\nfour\nfive\u001b\n5.5\nsix") is var b
            ? b with { Routes = [b.Routes[0] with { Integration = b.Routes[0].Integration with { Uri = "arn:b" } }] } : a);

    private static ApiModel WithTemplate(ApiModel api, string template) => api with
    {
        Routes = [api.Routes[0] with { Integration = api.Routes[0].Integration with { RequestTemplates = ValueMap.Of(("application/json", template)) } }],
    };

    private static Plan Between(ApiModel before, Func<ApiModel, ApiModel> change)
    {
        var aws = new SimulatedApi().Apply(ApiPlanner.Plan(before, null, []));
        return ApiPlanner.Plan(change(before), aws.Observed, []);
    }

    private static Plan RolePlan() => RolePlanner.Plan(
        new RoleModel
        {
            Name = "r",
            Path = "/",
            MaxSessionDuration = 3600,
            TrustPolicy = new() { Statements = [new() { ServicePrincipal = "apigateway.amazonaws.com", Actions = ["sts:AssumeRole"] }] },
            ManagedPolicyArns = ["arn:aws:iam::aws:policy/x"],
        }, null, false);
}

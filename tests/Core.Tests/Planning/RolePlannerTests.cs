using DirectRoute.Core.Collections;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;
using DirectRoute.Core.Planning;
using DirectRoute.Core.Policies;

namespace DirectRoute.Core.Tests.Planning;

public sealed class RolePlannerTests
{
    [Fact]
    public void Plan_AnyRoles_ConvergesInOnePlan() => RandomModels.ForAll(random =>
    {
        var desired = random.Role();
        var observed = Apply(null, RolePlanner.Plan(random.Role(), null, false));

        observed = Apply(observed, RolePlanner.Plan(desired, observed, false));

        Assert.Equal("", RolePlanner.Plan(desired, observed, false).ToString());
        Assert.Equal(Equivalence.Normalize(desired), Equivalence.Normalize(observed!.Model));
    });

    [Fact]
    public void Plan_KeepingExtras_TakesNothingAway() => RandomModels.ForAll(random =>
    {
        var before = random.Role();
        var desired = random.Role();
        var observed = Apply(null, RolePlanner.Plan(before, null, false));

        var plan = RolePlanner.Plan(desired, observed, true);
        var after = Apply(observed, plan);

        Assert.All(plan.Steps, s => Assert.NotEqual(ChangeKind.Delete, s.Kind));
        foreach (var role in new[] { before, desired })
        {
            Assert.Empty(Statements(role).Except(Statements(after!.Model)));
            Assert.Empty(role.ManagedPolicyArns.Except(after.Model.ManagedPolicyArns));
        }
        Assert.Equal("", RolePlanner.Plan(desired, after, true).ToString());
    });

    [Fact]
    public void Delete_Role_TakesEverythingOffItFirst()
    {
        var role = Role() with { ManagedPolicyArns = ["arn:aws:iam::aws:policy/x"] };
        var observed = Apply(null, RolePlanner.Plan(role, null, false));

        var plan = RolePlanner.Delete(observed!);

        Assert.Equal(["DeleteRolePolicy", "DetachRolePolicy", "DeleteRole"], plan.Steps.SelectMany(s => s.Calls).Select(c => c.Operation));
        Assert.Null(Apply(observed, plan));
    }

    [Fact]
    public void Plan_PermissionAdded_ReadsAsADiff()
    {
        var observed = Apply(null, RolePlanner.Plan(Role(), null, false));
        var desired = Role() with { MaxSessionDuration = 7200, InlinePolicies = ValueMap.Of((RoleModel.InlinePolicyName, new PolicyModel { Statements = [Allow("sqs:SendMessage"), Allow("sns:Publish")] })) };

        var plan = RolePlanner.Plan(desired, observed, false);

        Assert.Equal(
            """
            ~ role r maxSessionDuration: 3600 -> 7200
            ~ policy directroute of role r statements: (none) -> {"Effect":"Allow","Action":"sns:publish","Resource":"*"}
            """, plan.ToString());
    }

    [Fact]
    public void Plan_PolicyWrittenOtherwise_IsNoChange()
    {
        var observed = new ObservedRole
        {
            Arn = "arn:aws:iam::1:role/r",
            Model = Role() with
            {
                InlinePolicies = ValueMap.Of((RoleModel.InlinePolicyName, PolicyDocument.Parse(
                    """{"Statement": {"Resource": ["*"], "Action": ["SQS:SendMessage"], "Effect": "Allow"}, "Version": "2012-10-17"}"""))),
            },
        };

        Assert.Equal("", RolePlanner.Plan(Role(), observed, false).ToString());
    }

    [Fact]
    public void Plan_StatementsGroupedOtherwise_IsNoChangeHeldOrNot()
    {
        var observed = Observed(
            """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sqs:SendMessage","Resource":["q1","q2"]},{"Effect":"Allow","Action":"sqs:ReceiveMessage","Resource":["q2","q1"]}]}""");
        var desired = Role() with { InlinePolicies = Inline(new() { Statements = [Allow("sqs:ReceiveMessage", "q1"), Allow("sqs:SendMessage", "q2"), Allow("sqs:SendMessage", "q1"), Allow("sqs:ReceiveMessage", "q2")] }) };

        Assert.Equal("", RolePlanner.Plan(desired, observed, false).ToString());
        Assert.Equal("", RolePlanner.Plan(desired, observed, true).ToString());
    }

    [Fact]
    public void Plan_TrustWrittenOtherwise_IsNoChange()
    {
        var trust = PolicyDocument.Parse("""{"Id":"x","Statement":{"Sid":"","Effect":"Allow","Principal":{"Service":["apigateway.amazonaws.com"]},"Action":["STS:AssumeRole"]}}""");
        var observed = new ObservedRole { Arn = "arn:aws:iam::1:role/r", Model = Role() with { TrustPolicy = trust } };

        Assert.Equal("", RolePlanner.Plan(Role(), observed, false).ToString());
    }

    [Fact]
    public void Plan_TrustOfAnotherToo_IsTakenBack()
    {
        var trust = PolicyDocument.Parse("""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"Service":"apigateway.amazonaws.com","AWS":"*"},"Action":"sts:AssumeRole"}}""");
        var observed = new ObservedRole { Arn = "arn:aws:iam::1:role/r", Model = Role() with { TrustPolicy = trust } };

        Assert.Equal(
            """
            ~ role r trustPolicy: {"Effect":"Allow","Action":"sts:assumerole","Principal":{"AWS":"*","Service":"apigateway.amazonaws.com"}} -> (none)
            ~ role r trustPolicy: (none) -> {"Effect":"Allow","Principal":{"Service":"apigateway.amazonaws.com"},"Action":"sts:assumerole"}
            """, RolePlanner.Plan(Role(), observed, false).ToString());
    }

    /// <summary>IAM takes a label once in a policy.</summary>
    [Fact]
    public void Plan_KeepingAStatementOfTheSameSid_LeavesTheSidToTheDesiredOne()
    {
        var observed = Observed("""{"Version":"2012-10-17","Statement":[{"Sid":"Own","Effect":"Allow","Action":"sns:Publish","Resource":"*"}]}""");
        var desired = Role() with { InlinePolicies = Inline(new() { Statements = [Allow("sqs:SendMessage") with { Sid = "Own" }] }) };

        var put = Assert.IsType<RoleCall.PutRolePolicy>(Assert.Single(RolePlanner.Plan(desired, observed, true).Steps.SelectMany(s => s.Calls)));

        Assert.Equal([("Own", "sqs:SendMessage"), (null, "sns:Publish")], put.Policy.Statements.Select(s => (s.Sid, s.Actions[0])));
    }

    private static ObservedRole Observed(string policy) => new() { Arn = "arn:aws:iam::1:role/r", Model = Role() with { InlinePolicies = Inline(PolicyDocument.Parse(policy)) } };

    private static ValueMap<PolicyModel> Inline(PolicyModel policy) => ValueMap.Of((RoleModel.InlinePolicyName, policy));

    private static RoleModel Role() => new()
    {
        Name = "r",
        Path = "/",
        MaxSessionDuration = 3600,
        TrustPolicy = new() { Statements = [new() { ServicePrincipal = "apigateway.amazonaws.com", Actions = ["sts:AssumeRole"] }] },
        InlinePolicies = ValueMap.Of((RoleModel.InlinePolicyName, new PolicyModel { Statements = [Allow("sqs:SendMessage")] })),
    };

    private static StatementModel Allow(string action, string resource = "*") => new() { Effect = PolicyEffect.Allow, Actions = [action], Resources = [resource] };

    private static IEnumerable<(string, StatementModel)> Statements(RoleModel role) =>
        role.InlinePolicies.SelectMany(p => p.Value.Statements.Select(s => (p.Key, CanonicalPolicy.Of(s))));

    private static ObservedRole? Apply(ObservedRole? observed, Plan plan)
    {
        var state = new RoleState(observed);
        foreach (var call in plan.Steps.SelectMany(s => s.Calls)) state.Record((RoleCall)call, "arn:aws:iam::1:role/r");
        return state.Current;
    }
}

using System.Text;
using DirectRoute.Core.Catalogue;
using DirectRoute.Core.Compile;
using DirectRoute.Core.Gateway;
using DirectRoute.Core.Gateway.Calls;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;
using DirectRoute.Core.Planning;
using DirectRoute.Core.Policies.Evaluation;
using DirectRoute.Core.Tests.Compile;

namespace DirectRoute.Core.Tests.Gateway.Calls;

/// <summary>What the compiler grants a route is what the route's own calls turn out to need, for every action: two ways to the same end.</summary>
public sealed class CataloguePermissionsTests
{
    private const string Account = "123456789012";
    private const string OtherAccount = "999999999999";

    /// <summary>Actions whose calls do not name their resource: an address is not its identity.</summary>
    private static readonly string[] Untold = ["ses:SendEmail", "ses:SendTemplatedEmail"];

    private static readonly AccessPrincipal Principal = AccessPrincipal.Role($"arn:aws:iam::{Account}:role/r", $"arn:aws:sts::{Account}:assumed-role/r/s");

    public static TheoryData<string, string> Cases()
    {
        var cases = new TheoryData<string, string>();
        foreach (var entry in ActionCatalogue.All)
        {
            cases.Add(entry.Action, "REST");
            if (entry.Query is not null) cases.Add(entry.Action, "Query");
            if (entry.Http is not null) cases.Add(entry.Action, "HTTP");
        }
        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Of_ExampleOfTheCatalogue_IsAllowedByTheCompiledRoleAndNoMore(string action, string way)
    {
        var (needs, role) = Compiled(ActionCatalogue.Find(action)!, way);

        Assert.Null(needs.Unknown);
        foreach (var (needed, resource) in needs.Permissions)
        {
            Assert.Equal(Untold.Contains(action), resource is null);
            var decision = Decide(role, needed, resource);
            Assert.True(decision.IsAllowed, decision.Reason);
            if (resource is not null) Assert.Equal(AccessVerdict.ImplicitDeny, Decide(role, needed, Elsewhere(resource)).Verdict);
        }
        Assert.Equal(role.Statements.SelectMany(s => s.Actions.Patterns).Distinct().Order(), needs.Permissions.Select(p => p.Action).Distinct().Order());
    }

    private static AccessDecision Decide(IamPolicy policy, string action, string? resource) =>
        PolicyEvaluator.Evaluate(new AccessRules { Identity = [policy] }, new AccessRequest(Principal, action, resource, ContextKeys.None));

    private static string Elsewhere(string arn) => arn.Contains(Account, StringComparison.Ordinal)
        ? arn.Replace(Account, OtherAccount, StringComparison.Ordinal)
        : arn.Replace(":::", ":::another-", StringComparison.Ordinal);

    private static (CallNeeds Needs, IamPolicy Role) Compiled(ActionEntry entry, string way)
    {
        var protocol = way == "HTTP" ? ApiProtocol.HTTP : ApiProtocol.REST;
        var route = Samples.Route("r", RouteMethod.POST, "/example/{id}", entry.Action, entry.Resource.Form, way == "HTTP" ? entry.HttpExample ?? entry.Example : entry.Example);
        route = route with { Spec = route.Spec with { Target = route.Spec.Target with { Protocol = way == "Query" ? TargetProtocol.Query : null } } };
        var compiled = ApiCompiler.Compile(Samples.Api(protocol, route));
        var call = Routes.Sent(PreparedRoute.Of(compiled.Api!, compiled.Routes[0].Model!), Request);
        var needs = CallPermissions.Of(ServiceCallReader.Read(call, new CallPlace("aws", "us-east-1", Account))!);
        var document = compiled.Role!.InlinePolicies.TryGetValue(RoleModel.InlinePolicyName, out var policy) ? PolicyDocument.Write(policy) : """{"Statement": []}""";
        return (needs, IamPolicy.Parse("the route's policy", document));
    }

    private static GatewayRequest Request => Routes.Request() with
    {
        Path = "/example/42",
        Body = Encoding.UTF8.GetBytes("""
            {"message": "m", "order": "o", "first": "1", "second": "2", "name": "n", "id": "i", "value": "v", "email": "e", "executionArn": "arn:aws:states:us-east-1:123456789012:execution:my-state-machine:1"}
            """),
    };
}

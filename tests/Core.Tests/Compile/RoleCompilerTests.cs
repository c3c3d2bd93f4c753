using DirectRoute.Core.Collections;
using DirectRoute.Core.Compile;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Tests.Compile;

public sealed class RoleCompilerTests
{
    [Fact]
    public void Compile_TwoRoutesOfOnePermission_GrantsItOnceAndNamesBoth()
    {
        var compiled = RoleCompiler.Compile(Input(Request("shop/b", "sqs:SendMessage", "q"), Request("shop/a", "sqs:SendMessage", "q")));

        var grant = Assert.Single(compiled.Grants);
        Assert.Equal(["shop/a", "shop/b"], grant.Routes);
        Assert.Equal(compiled.Arn, $"arn:aws:iam::123456789012:role/{compiled.Model!.Name}");
    }

    [Fact]
    public void Compile_NoRoutes_HasNoInlinePolicy() => Assert.Empty(RoleCompiler.Compile(Input()).Model!.InlinePolicies);

    [Fact]
    public void Compile_PolicyBeyondIamsLimit_IsRejectedWithAWayOut()
    {
        var requests = Enumerable.Range(0, 200).Select(i => Request($"shop/{i}", "sqs:SendMessage", $"arn:aws:sqs:us-east-1:123456789012:{new string('q', 40)}-{i}"));

        var compiled = RoleCompiler.Compile(Input([.. requests]));

        Assert.Null(compiled.Model);
        var diagnostic = Assert.Single(compiled.Diagnostics);
        Assert.Equal(Reasons.QuotaExceeded, diagnostic.Reason);
        Assert.Contains("spec.roleRef", diagnostic.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Compile_PolicyBeyondIamsLimit_NamesTheExcessAndTheRoutesThatAreEnough()
    {
        var small = Enumerable.Range(10, 80).Select(i => Request($"shop/small-{i}", "sqs:SendMessage", $"arn:aws:sqs:us-east-1:123456789012:{new string('q', 40)}-{i}"));
        var large = new RoleRequest("shop/large", Enumerable.Range(10, 40).Select(i => new Permission("dynamodb:Query", $"arn:aws:dynamodb:us-east-1:123456789012:table/{new string('t', 40)}-{i}")).ToValueList());

        var message = Assert.Single(RoleCompiler.Compile(Input([large, .. small])).Diagnostics).Message;

        var length = int.Parse(message.Split("would have ")[1].Split(' ')[0], null);
        Assert.Contains($", {length - 10_240} more than the 10240 that IAM allows.", message, StringComparison.Ordinal);
        Assert.Contains("these ask most: shop/large (", message, StringComparison.Ordinal);
        Assert.Contains("the first of them is enough", message, StringComparison.Ordinal);
        Assert.Empty(RoleCompiler.Compile(Input([.. small])).Diagnostics);
    }

    [Fact]
    public void Compile_StatementsAloneBeyondIamsLimit_LeadsToAManagedPolicy()
    {
        var resources = Enumerable.Range(0, 100).Select(i => $"arn:aws:s3:::{new string('b', 120)}-{i}").ToList();
        var spec = new IntegrationRoleSpec { Statements = [new() { Effect = PolicyEffect.Allow, Action = ["s3:GetObject"], Resource = resources }] };

        var diagnostic = Assert.Single(RoleCompiler.Compile(Input() with { Spec = spec }).Diagnostics);

        Assert.Contains("spec.managedPolicyArns", diagnostic.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Compile_ConditionWithOtherThanLatinCharacters_IsRejectedNamingIt()
    {
        var condition = new System.Text.Json.Nodes.JsonObject { ["StringEquals"] = new System.Text.Json.Nodes.JsonObject { ["aws:PrincipalTag/team"] = "漢" } };
        var spec = new IntegrationRoleSpec { Statements = [new() { Effect = PolicyEffect.Allow, Action = ["s3:GetObject"], Resource = ["*"], Condition = condition }] };

        var diagnostic = Assert.Single(RoleCompiler.Compile(Input() with { Spec = spec }).Diagnostics);

        Assert.Equal("spec.statements[0].condition", diagnostic.Field);
    }

    [Fact]
    public void Compile_OwnersThatLookAlike_GetNamesThatDifferWithoutCase()
    {
        Owner[] owners =
        [
            new("c", "IntegrationRole", "a-b", "c"), new("c", "IntegrationRole", "a", "b-c"), new("c", "DirectApi", "a", "b-c"), new("d", "IntegrationRole", "a", "b-c"),
            new("c", "IntegrationRole", "a", new string('x', 100) + "1"), new("c", "IntegrationRole", "a", new string('x', 100) + "2"),
        ];

        var names = owners.Select(o => RoleCompiler.Compile(Input() with { Owner = o }).Model!.Name).ToList();

        Assert.Equal(owners.Length, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(names, n => Assert.InRange(n.Length, 1, 64));
    }

    private static RoleRequest Request(string route, string action, string resource) => new(route, [new Permission(action, resource)]);

    private static RoleInput Input(params RoleRequest[] requests) => new()
    {
        Owner = new Owner("test", "IntegrationRole", "shop", "orders"),
        Spec = new IntegrationRoleSpec(),
        Account = Samples.Account,
        Requests = requests.ToValueList(),
    };
}

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

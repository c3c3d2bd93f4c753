using DirectRoute.Core.Collections;
using DirectRoute.Core.Compile;
using DirectRoute.Core.Model;
using DirectRoute.Core.Planning;
using DirectRoute.Core.Policies;
using FsCheck;
using FsCheck.Fluent;

namespace DirectRoute.Core.Tests.Policies;

public sealed class LeastPrivilegeTests
{
    private static readonly Arbitrary<Permission[]> Permissions =
        (from action in Gen.Elements("a:A", "a:B", "b:A") from resource in Gen.Elements("r1", "r2", "r3") select new Permission(action, resource)).ArrayOf().ToArbitrary();

    [Fact]
    public void Statements_AnyPermissions_SayJustThemWhateverTheirOrder() => Prop.ForAll(Permissions, permissions =>
    {
        var statements = LeastPrivilege.Statements(permissions);

        var said = statements.SelectMany(s => s.Actions.SelectMany(a => s.Resources, (a, r) => new Permission(a, r))).ToList();
        Assert.Equal(permissions.ToHashSet(), said.ToHashSet());
        Assert.Equal(said.Count, said.Distinct().Count());
        Assert.Equal(statements, LeastPrivilege.Statements(permissions.Reverse()));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Statements_ResourcesWithTheSameActions_ShareOne()
    {
        var statements = LeastPrivilege.Statements([new("sqs:SendMessage", "q2"), new("sqs:SendMessage", "q1"), new("dynamodb:GetItem", "t")]);

        Assert.Equal(2, statements.Count);
        Assert.Equal(["q1", "q2"], statements[1].Resources);
    }

    [Fact]
    public void Statements_AnyPermissions_AreNeverLongerThanOneForEach() => Prop.ForAll(Permissions, permissions =>
    {
        var statements = LeastPrivilege.Statements(permissions);
        var naive = permissions.Distinct().Select(p => new StatementModel { Actions = [p.Action], Resources = [p.Resource] }).ToValueList();

        Assert.True(Length(statements) <= Length(naive));
        Assert.True(statements.Count <= naive.Count);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Statements_ActionsWithTheSameResources_ShareOneWhereThatIsShorter()
    {
        var statements = LeastPrivilege.Statements(
            [new("a:A", "r1"), new("a:A", "r2"), new("a:B", "r1"), new("a:B", "r2"), new("a:C", "r2"), new("a:C", "r3"), new("a:D", "r2"), new("a:D", "r3")]);

        Assert.Equal(2, statements.Count);
        Assert.Equal(["a:A", "a:B"], statements[0].Actions);
        Assert.Equal(["r1", "r2"], statements[0].Resources);
        Assert.Equal(["a:C", "a:D"], statements[1].Actions);
        Assert.Equal(["r2", "r3"], statements[1].Resources);
    }

    [Fact]
    public void Statements_ProductIsNotAskedForAsAWhole_IsNotMerged() =>
        Assert.Equal(2, LeastPrivilege.Statements([new("a:A", "r1"), new("a:A", "r2"), new("a:B", "r1")]).Count);

    private static int Length(ValueList<StatementModel> statements) => PolicyDocument.Write(new PolicyModel { Statements = statements }).Length;
}

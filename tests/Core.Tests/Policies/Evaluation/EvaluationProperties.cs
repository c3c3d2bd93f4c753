using System.Text.Json.Nodes;
using DirectRoute.Core.Policies.Evaluation;
using FsCheck;
using FsCheck.Fluent;

namespace DirectRoute.Core.Tests.Policies.Evaluation;

/// <summary>What holds for all policies and requests.</summary>
public sealed class EvaluationProperties
{
    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(2_000);

    private static readonly Gen<string> Action = Gen.Elements("s:a", "s:b", "t:a", "s:*", "*", "?:a");
    private static readonly Gen<string> Resource = Gen.Elements("arn:aws:s:r:1:x", "arn:aws:s:r:1:y", "arn:aws:s:r:1:*", "*", "arn:aws:s:r:1:${aws:username}");

    private static readonly Gen<JsonObject?> Condition = Gen.Elements("", """{"StringEquals": {"aws:username": "x"}}""", """{"Null": {"k": "true"}}""", """{"ForAnyValue:StringNotLike": {"K": ["a*"]}}""")
        .Select(text => text.Length == 0 ? null : JsonNode.Parse(text)!.AsObject());

    private static readonly Gen<JsonObject> Statement =
        from effect in Gen.Frequency((3, Gen.Constant("Allow")), (1, Gen.Constant("Deny")))
        from notAction in Gen.Frequency((5, Gen.Constant(false)), (1, Gen.Constant(true)))
        from action in Action
        from resource in Resource
        from condition in Condition
        select Written(effect, notAction, action, resource, condition);

    private static readonly Gen<(List<JsonObject> Statements, AccessRequest Request)> Case =
        from statements in Statement.ListOf()
        from action in Gen.Elements("s:a", "s:b", "t:a")
        from resource in Gen.Elements("arn:aws:s:r:1:x", "arn:aws:s:r:1:y", null)
        from context in Gen.Elements(ContextKeys.None, ContextKeys.Of(("aws:username", "x")), ContextKeys.Of(("aws:username", "y")).With("k", "ab", "c"))
        select (statements.ToList(), new AccessRequest(AccessPrincipal.Role("arn:aws:iam::1:role/r", "arn:aws:sts::1:assumed-role/r/s"), action, resource, context));

    private static JsonObject Written(string effect, bool notAction, string action, string resource, JsonObject? condition)
    {
        var statement = new JsonObject { ["Effect"] = effect, [notAction ? "NotAction" : "Action"] = action, ["Resource"] = resource };
        if (condition is not null) statement["Condition"] = condition.DeepClone();
        return statement;
    }

    private static AccessDecision Decide(IEnumerable<JsonObject> statements, AccessRequest request)
    {
        var policy = IamPolicy.Parse("p", new JsonObject { ["Version"] = "2012-10-17", ["Statement"] = new JsonArray([.. statements.Select(s => s.DeepClone())]) }.ToJsonString());
        Assert.Null(policy.Fault);
        return PolicyEvaluator.Evaluate(new AccessRules { Identity = [policy] }, request);
    }

    private static void ForAll(Action<List<JsonObject>, AccessRequest> check) => Prop.ForAll(Case.ToArbitrary(), c => check(c.Statements, c.Request)).Check(Thorough);

    [Fact]
    public void Evaluate_Order_MakesNoDifference() => ForAll((statements, request) =>
        Assert.Equal(Decide(statements, request).Verdict, Decide(Enumerable.Reverse(statements), request).Verdict));

    [Fact]
    public void Evaluate_OneMoreAllow_NeverTakesAnythingAway() => Prop.ForAll((from c in Case from more in Statement select (c, more)).ToArbitrary(), both =>
    {
        both.more["Effect"] = "Allow";
        var before = Decide(both.c.Statements, both.c.Request).Verdict;
        var after = Decide([.. both.c.Statements, both.more], both.c.Request).Verdict;

        Assert.True(after == before || (before, after) == (AccessVerdict.ImplicitDeny, AccessVerdict.Allowed), $"{before} became {after}");
    }).Check(Thorough);

    [Fact]
    public void Evaluate_OneMoreDeny_NeverGivesAnything() => Prop.ForAll((from c in Case from more in Statement select (c, more)).ToArbitrary(), both =>
    {
        both.more["Effect"] = "Deny";
        var before = Decide(both.c.Statements, both.c.Request).Verdict;
        var after = Decide([.. both.c.Statements, both.more], both.c.Request).Verdict;

        Assert.True(after == before || after == AccessVerdict.ExplicitDeny, $"{before} became {after}");
    }).Check(Thorough);

    /// <summary>Statement by statement, what the whole says: denied if one denies alone, else allowed if one allows alone.</summary>
    [Fact]
    public void Evaluate_Whole_IsWhatItsStatementsSayAlone() => ForAll((statements, request) =>
    {
        var alone = statements.Select(s => Decide([s], request).Verdict).ToList();
        var expected = alone.Contains(AccessVerdict.ExplicitDeny) ? AccessVerdict.ExplicitDeny
            : alone.Contains(AccessVerdict.Allowed) ? AccessVerdict.Allowed
            : AccessVerdict.ImplicitDeny;

        Assert.Equal(expected, Decide(statements, request).Verdict);
    });

    [Fact]
    public void Parse_AnyText_IsAPolicy() => RandomPolicy.ForAll(random =>
    {
        var policy = IamPolicy.Parse("p", random.Spoiled(random.Policy().ToJsonString()));

        Assert.True(policy.Fault is null || policy.Statements.Count == 0);
        Assert.NotEmpty(PolicyEvaluator.Evaluate(
            new AccessRules { Identity = [policy], Boundary = policy, Resource = policy },
            new AccessRequest(AccessPrincipal.Anonymous, "a:A", null, ContextKeys.None)).Reason);
    });
}

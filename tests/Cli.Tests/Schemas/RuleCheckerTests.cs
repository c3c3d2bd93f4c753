using System.Text.Json.Nodes;
using DirectRoute.Cli.Schemas;
using DirectRoute.Cli.Schemas.Cel;

namespace DirectRoute.Cli.Tests.Schemas;

public sealed class RuleCheckerTests
{
    public static TheoryData<string> Kinds => [.. KindSchema.Kinds];

    /// <summary>A rule that is added to a kind must be one that can be checked here, too.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void Parse_EveryRuleOfAKind_IsUnderstood(string kind) =>
        Assert.All(RulesOf(KindSchema.Of(kind).Schema).Where(r => !r.IsOfChanges), rule => CelExpression.Parse(rule.Rule));

    [Fact]
    public void RulesOf_AllKinds_AreFound() => Assert.NotEmpty(KindSchema.Kinds.SelectMany(k => RulesOf(KindSchema.Of(k).Schema)));

    [Fact]
    public void Check_RulesAtEveryDepth_AreReportedAtTheirFields()
    {
        var item = new Schema { Type = "object", Rules = [new("self.a == 1", "a is one", ".a")] };
        var schema = new Schema
        {
            Type = "object",
            Rules = [new("has(self.b)", "b must be there", null), new("self == oldSelf", "never changes", null), new("nonsense(", "unknown", null)],
            Properties = new Dictionary<string, Schema> { ["list"] = new() { Type = "array", Items = item }, ["map"] = new() { Type = "object", AdditionalProperties = item } },
        };
        List<string> said = [];

        new RuleChecker((field, message) => said.Add($"{field}: {message}")).Check(JsonNode.Parse("""{"list": [{"a": 1}, {"a": 2}], "map": {"k": {"a": 3}}}"""), schema, "spec");

        Assert.Equal(["spec: B must be there.", "spec.list[1].a: A is one.", "spec.map.k.a: A is one."], said);
    }

    private static IEnumerable<SchemaRule> RulesOf(Schema schema)
    {
        var children = schema.Properties.Values.Append(schema.AdditionalProperties).Append(schema.Items).OfType<Schema>();
        return schema.Rules.Concat(children.SelectMany(RulesOf));
    }
}

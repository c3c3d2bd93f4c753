using System.Text.Json;
using System.Text.Json.Nodes;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Expressions;

namespace DirectRoute.Core.Compile.Targets;

/// <summary>
/// Reads a tree whose types nobody knows, such as the Detail of an event. Numbers, truth values and null are what they are; a text that is one reference keeps
/// the type that the value has in a body, unless a cast says otherwise; a text with anything else in it is text.
/// </summary>
internal sealed class TreeReader(ExpressionScope scope, DiagnosticBag diagnostics)
{
    private const int MaxDepth = 64;
    private readonly LeafReader leaves = new(scope, diagnostics);

    /// <summary>The tree, or null with the reasons in the diagnostics.</summary>
    public ValueNode? Read(JsonNode? node, string field, int depth = 0)
    {
        if (depth > MaxDepth)
        {
            diagnostics.Error(Reasons.InvalidParameter, field, $"The tree is nested more than {MaxDepth} deep.");
            return null;
        }
        return node switch
        {
            null => new LiteralValue("null"),
            JsonObject value => Object(value, field, depth),
            JsonArray list => List(list, field, depth),
            _ when node.GetValueKind() == JsonValueKind.String => leaves.Leaf(node.GetValue<string>(), field) is { } expression ? Typed(expression) : null,
            _ => new LiteralValue(node.ToJsonString()),
        };
    }

    private static ValueNode Typed(Expression expression) => (expression.Single, expression.Cast) switch
    {
        (null, _) or (_, Cast.String) => new TextValue(expression with { Cast = Cast.None }),
        ({ } source, Cast.Number) => new NumberReference(source, Whole: false, OrNull: true),
        ({ } source, Cast.Boolean) => new BooleanReference(source, OrNull: true),
        ({ } source, _) => new JsonReference(source),
    };

    private ObjectValue? Object(JsonObject value, string field, int depth)
    {
        var given = JsonMembers.Of(value, field, diagnostics);
        var members = new List<MemberValue>(given.Count);
        foreach (var (name, member) in given)
        {
            if (Read(member, JsonMembers.FieldOf(field, name), depth + 1) is { } read) members.Add(new MemberValue(name, read));
        }
        return members.Count == given.Count ? new ObjectValue(members.ToValueList()) : null;
    }

    private ListValue? List(JsonArray list, string field, int depth)
    {
        var items = list.Select((item, i) => Read(item, $"{field}[{i}]", depth + 1)).ToList();
        return items.TrueForAll(i => i is not null) ? new ListValue(items.Select(i => i!).ToValueList()) : null;
    }
}

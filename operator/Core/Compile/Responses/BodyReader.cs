using System.Text.Json;
using System.Text.Json.Nodes;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Expressions;

namespace DirectRoute.Core.Compile.Responses;

/// <summary>Reads a body: JSON whose texts are expressions.</summary>
internal sealed class BodyReader(ExpressionScope? scope, DiagnosticBag diagnostics)
{
    /// <summary>The body, or null with the reasons in the diagnostics.</summary>
    public BodyNode? Read(JsonNode? node, string field) => node switch
    {
        null => new BodyConstant("null"),
        JsonObject value => Object(value, field),
        JsonArray list => List(list, field),
        _ when node.GetValueKind() == JsonValueKind.String => Text(node.GetValue<string>(), field),
        _ => new BodyConstant(node.ToJsonString()),
    };

    /// <summary>A text, or null with the reason in the diagnostics.</summary>
    public Expression? Leaf(string text, string field)
    {
        var (expression, fault) = ExpressionParser.Parse(text);
        if (fault is not null) diagnostics.Error(Reasons.InvalidExpression, field, fault.Message, fault.Column);
        if (expression is { Cast: not Cast.None })
            diagnostics.Error(Reasons.InvalidExpression, field, "A response has no casts: a part of the answer keeps its type, everything else is text.", 1);
        foreach (var reference in expression?.Leaves ?? []) Check(reference, field);
        return expression;
    }

    private BodyText? Text(string text, string field)
    {
        if (Leaf(text, field) is not { } expression) return null;
        if (expression.Leaves.FirstOrDefault(r => r.Source is ResponseHeaderSource) is not { } header) return new BodyText(expression);
        diagnostics.Error(Reasons.InvalidExpression, field,
            $"No template can read a header of the answer, so {header.Source} cannot stand in a body: copy it into a header of the response instead.", header.Column);
        return null;
    }

    private void Check(ReferencePart reference, string field)
    {
        if (reference.Source is ResponseBodySource or ResponseHeaderSource) return;
        if (reference.Source is BodySource)
            diagnostics.Error(Reasons.InvalidExpression, field,
                $"{reference.Source} is gone when the answer is written: $response.body is the answer's; headers, query string and path of the request are still there.",
                reference.Column);
        else if (scope is not null) ScopeCheck.Check(reference, scope, field, diagnostics);
    }

    private BodyObject? Object(JsonObject value, string field)
    {
        var members = JsonMembers.Of(value, field, diagnostics).Select(m => (m.Name, Value: Read(m.Value, JsonMembers.FieldOf(field, m.Name)))).ToList();
        return members.TrueForAll(m => m.Value is not null) ? new BodyObject(members.Select(m => new BodyMember(m.Name, m.Value!)).ToValueList()) : null;
    }

    private BodyList? List(JsonArray list, string field)
    {
        var items = list.Select((item, i) => Read(item, $"{field}[{i}]")).ToList();
        return items.TrueForAll(i => i is not null) ? new BodyList(items.Select(i => i!).ToValueList()) : null;
    }
}

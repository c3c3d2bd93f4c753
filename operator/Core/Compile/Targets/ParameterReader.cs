using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using DirectRoute.Core.Catalogue;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Expressions;

namespace DirectRoute.Core.Compile.Targets;

/// <summary>Reads a manifest's <c>parameters</c> against the shapes of the action, and checks every leaf.</summary>
internal sealed class ParameterReader(ActionTarget target, ExpressionScope scope, DiagnosticBag diagnostics)
{
    private const string Root = "spec.target.parameters";

    /// <summary>The parameters in the catalogue's order; what is wrong goes to the diagnostics and is left out.</summary>
    public ValueList<MemberValue> Read(JsonObject? parameters)
    {
        var given = JsonMembers.Of(parameters ?? [], Root, diagnostics);
        foreach (var (name, _) in given.Where(g => !target.Entry.Parameters.Any(p => p.Name == g.Name))) Unknown(name);
        return target.Entry.Parameters.Select(entry => Parameter(entry, given)).OfType<MemberValue>().ToValueList();
    }

    private void Unknown(string name)
    {
        var entry = target.Entry;
        if (entry.Given.ContainsKey(name))
        {
            diagnostics.Error(Reasons.InvalidParameter, JsonMembers.FieldOf(Root, name),
                $"spec.target.resource already gives {name}: leave it out here.");
            return;
        }
        var known = entry.Parameters.Select(p => p.Name).ToList();
        diagnostics.Error(Reasons.InvalidParameter, JsonMembers.FieldOf(Root, name),
            $"{entry.Action} has no parameter \"{name}\".{Suggestions.DidYouMean(name, known)} Known: {string.Join(", ", known)}.");
    }

    private MemberValue? Parameter(ParameterEntry entry, List<(string Name, JsonNode? Value)> given)
    {
        var field = JsonMembers.FieldOf(Root, entry.Name);
        var index = given.FindIndex(g => g.Name == entry.Name);
        var required = entry.Required || EndsWith(entry.RequiredForSuffix);
        if (index < 0)
        {
            if (required) Missing(entry, field);
            return null;
        }
        if (EndsWith(entry.RefusedForSuffix))
            diagnostics.Error(Reasons.InvalidParameter, field,
                $"AWS refuses {entry.Name} for a {target.Entry.Resource.What} whose name ends in {entry.RefusedForSuffix}: leave it out.");
        return Value(given[index].Value, entry.Shape, field) is { } value ? new MemberValue(entry.Name, value, !required) : null;
    }

    private bool EndsWith(string? suffix) => suffix is not null && target.Name.EndsWith(suffix, StringComparison.Ordinal);

    private void Missing(ParameterEntry entry, string field)
    {
        var why = entry.Required ? "" : $" for a {target.Entry.Resource.What} whose name ends in {entry.RequiredForSuffix}";
        diagnostics.Error(Reasons.MissingParameter, field,
            $"{target.Entry.Action} needs {entry.Name}{why}: {ShapeText.Describe(entry.Shape)}.");
    }

    private ValueNode? Value(JsonNode? node, Shape shape, string field) => shape switch
    {
        _ when node is null => Wrong(field, shape, "null"),
        TextShape text => Text(node, text, field),
        IntegerShape integer => Integer(node, integer, field),
        BooleanShape => Boolean(node, field),
        MapShape map => Map(node, map, field),
        StructShape structure => Struct(node, structure, field),
        _ => throw new InvalidOperationException($"No reader for {shape.GetType().Name}."),
    };

    private ValueNode? Text(JsonNode node, TextShape shape, string field)
    {
        var isNumber = node.GetValueKind() == JsonValueKind.Number && shape.Kind == TextKind.Number;
        if (isNumber) return new TextValue(Expression.Of(node.ToJsonString()));
        if (Leaf(node, shape, field) is not { } expression) return null;
        if (expression.Constant is { } constant && !Fits(constant, shape.Kind)) return Wrong(field, shape, $"\"{constant}\"");
        return new TextValue(expression);
    }

    private static bool Fits(string constant, TextKind kind) => kind switch
    {
        TextKind.Number => decimal.TryParse(constant, NumberStyles.Float, CultureInfo.InvariantCulture, out _),
        TextKind.Base64 => Convert.TryFromBase64String(constant, new byte[constant.Length], out _),
        _ => true,
    };

    private ValueNode? Integer(JsonNode node, IntegerShape shape, string field)
    {
        if (node.GetValueKind() != JsonValueKind.Number) return Reference(node, shape, field) is { } source ? new NumberReference(source, Whole: true) : null;
        var text = node.ToJsonString();
        var fits = long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= shape.Minimum && value <= shape.Maximum;
        return fits ? new LiteralValue(text) : Wrong(field, shape, text);
    }

    private ValueNode? Boolean(JsonNode node, string field) => node.GetValueKind() switch
    {
        JsonValueKind.True => new LiteralValue("true"),
        JsonValueKind.False => new LiteralValue("false"),
        _ => Reference(node, new BooleanShape(), field) is { } source ? new BooleanReference(source) : null,
    };

    private ValueNode? Map(JsonNode node, MapShape shape, string field)
    {
        if (node is not JsonObject map) return Json(node, shape, field);
        var given = JsonMembers.Of(map, field, diagnostics);
        if (given.Count == 0 || given.Count > shape.MaxCount) return Wrong(field, shape, $"{given.Count} entries");
        var members = given.Select(g => (g.Name, Value: Value(g.Value, shape.Value, JsonMembers.FieldOf(field, g.Name)))).ToList();
        return members.TrueForAll(m => m.Value is not null)
            ? new ObjectValue(members.OrderBy(m => m.Name, StringComparer.Ordinal).Select(m => new MemberValue(m.Name, m.Value!)).ToValueList())
            : null;
    }

    private ValueNode? Struct(JsonNode node, StructShape shape, string field)
    {
        if (node is not JsonObject structure) return Json(node, shape, field);
        var given = JsonMembers.Of(structure, field, diagnostics);
        var known = shape.Members.Select(m => m.Name).ToList();
        var strange = given.Where(g => !known.Contains(g.Name)).Select(g => g.Name).ToList();
        foreach (var name in strange)
        {
            diagnostics.Error(Reasons.InvalidParameter, JsonMembers.FieldOf(field, name),
                $"\"{name}\" does not belong here.{Suggestions.DidYouMean(name, known)} Known: {string.Join(", ", known)}.");
        }
        var missing = shape.Members.Where(m => m.Required && !given.Exists(g => g.Name == m.Name)).ToList();
        foreach (var member in missing)
        {
            diagnostics.Error(Reasons.MissingParameter, JsonMembers.FieldOf(field, member.Name), $"{member.Name} is needed here: {ShapeText.Describe(member.Shape)}.");
        }
        if (strange.Count > 0 || missing.Count > 0) return null;
        return shape.ExactlyOne && given.Count != 1 ? Wrong(field, shape, $"{given.Count} members") : Members(shape, given, field);
    }

    private ObjectValue? Members(StructShape shape, List<(string Name, JsonNode? Value)> given, string field)
    {
        var members = shape.Members
            .Select(m => (m.Name, m.Shape, Index: given.FindIndex(g => g.Name == m.Name)))
            .Where(m => m.Index >= 0)
            .Select(m => (m.Name, Value: Value(given[m.Index].Value, m.Shape, JsonMembers.FieldOf(field, m.Name)))).ToList();
        return members.TrueForAll(m => m.Value is not null) ? new ObjectValue(members.Select(m => new MemberValue(m.Name, m.Value!)).ToValueList()) : null;
    }

    /// <summary>An object that the client sends as a whole; only a body has objects.</summary>
    private ValueNode? Json(JsonNode node, Shape shape, string field) => Reference(node, shape, field) switch
    {
        null => null,
        BodySource body => new JsonReference(body),
        var other => Wrong(field, shape, $"{other}, which is text"),
    };

    private Source? Reference(JsonNode node, Shape shape, string field)
    {
        if (Leaf(node, shape, field) is not { } expression) return null;
        if (expression.Single is { } source) return source;
        Wrong(field, shape, expression.Constant is { } constant ? $"\"{constant}\"" : "text with references inside");
        return null;
    }

    private Expression? Leaf(JsonNode node, Shape shape, string field)
    {
        if (node.GetValueKind() != JsonValueKind.String)
        {
            Wrong(field, shape, ShapeText.KindOf(node));
            return null;
        }
        var (expression, fault) = ExpressionParser.Parse(node.GetValue<string>());
        if (fault is not null) diagnostics.Error(Reasons.InvalidExpression, field, fault.Message, fault.Column);
        foreach (var reference in expression?.Leaves ?? []) ScopeCheck.Check(reference, scope, field, diagnostics);
        return expression;
    }

    private ValueNode? Wrong(string field, Shape shape, string found)
    {
        diagnostics.Error(Reasons.InvalidParameter, field, $"This is {found}, but must be {ShapeText.Describe(shape)}.");
        return null;
    }
}

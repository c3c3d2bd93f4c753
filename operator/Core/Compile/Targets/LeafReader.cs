using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using DirectRoute.Core.Catalogue;
using DirectRoute.Core.Expressions;

namespace DirectRoute.Core.Compile.Targets;

/// <summary>Reads single values: texts, numbers and truth values, constant or by reference.</summary>
internal sealed class LeafReader(ExpressionScope scope, DiagnosticBag diagnostics)
{
    public ValueNode? Text(JsonNode node, TextShape shape, string field)
    {
        if (shape.Kind == TextKind.Number && node.GetValueKind() == JsonValueKind.Number) return new TextValue(Expression.Of(node.ToJsonString()));
        if (Leaf(node, shape, field) is not { } expression) return null;
        var constant = expression.Constant ?? (expression.Single as ChoiceSource)?.Default?.Text;
        if (constant is not null && FaultOf(constant, shape) is { } fault) return Wrong(field, shape, fault);
        return expression.Cast is Cast.Boolean || (expression.Cast is Cast.Number && shape.Kind != TextKind.Number)
            ? Wrong(field, shape, $"a {(expression.Cast is Cast.Boolean ? "truth value" : "number")}")
            : new TextValue(expression);
    }

    public ValueNode? Number(JsonNode node, Shape shape, string field)
    {
        if (node.GetValueKind() == JsonValueKind.Number) return Literal(node.ToJsonString(), shape, field);
        if (Reference(node, shape, field, Cast.Number) is not { } source) return null;
        if ((source as ChoiceSource)?.Default is { } constant && (constant.Kind != ConstantKind.Number || !Fits(constant.Text, shape)))
            return Wrong(field, shape, constant.ToString());
        return new NumberReference(source, Whole: shape is IntegerShape);
    }

    public ValueNode? Boolean(JsonNode node, Shape shape, string field)
    {
        if (node.GetValueKind() is JsonValueKind.True or JsonValueKind.False) return new LiteralValue(node.ToJsonString());
        if (Reference(node, shape, field, Cast.Boolean) is not { } source) return null;
        return (source as ChoiceSource)?.Default is { Kind: not ConstantKind.Boolean } constant ? Wrong(field, shape, constant.ToString()) : new BooleanReference(source);
    }

    /// <summary>A source that is the whole leaf; a cast to <paramref name="allowed"/> says nothing new.</summary>
    public Source? Reference(JsonNode node, Shape shape, string field, Cast allowed)
    {
        if (Leaf(node, shape, field) is not { } expression) return null;
        if (expression.Single is { } source && (expression.Cast == Cast.None || expression.Cast == allowed)) return source;
        Wrong(field, shape, expression.Constant is { } constant ? $"\"{constant}\"" : expression.Cast == Cast.None ? "text with references inside" : "cast to something else");
        return null;
    }

    /// <summary>A text of the manifest, its references checked.</summary>
    public Expression? Leaf(JsonNode node, Shape shape, string field)
    {
        if (node.GetValueKind() == JsonValueKind.String) return Leaf(node.GetValue<string>(), field);
        Wrong(field, shape, ShapeText.KindOf(node));
        return null;
    }

    /// <summary>A text of the manifest, its references checked.</summary>
    public Expression? Leaf(string text, string field)
    {
        var (expression, fault) = ExpressionParser.Parse(text);
        if (fault is not null) diagnostics.Error(Reasons.InvalidExpression, field, fault.Message, fault.Column);
        foreach (var reference in expression?.Leaves ?? []) ScopeCheck.Check(reference, scope, field, diagnostics);
        return expression;
    }

    /// <summary>Says what is there and what must be; always null.</summary>
    public ValueNode? Wrong(string field, Shape shape, string found)
    {
        diagnostics.Error(Reasons.InvalidParameter, field, $"This is {found}, but must be {ShapeText.Describe(shape)}.");
        return null;
    }

    private ValueNode? Literal(string text, Shape shape, string field) => Fits(text, shape) ? new LiteralValue(text) : Wrong(field, shape, text);

    private static bool Fits(string text, Shape shape) => shape is not IntegerShape whole
        || (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= whole.Minimum && value <= whole.Maximum);

    private static string? FaultOf(string constant, TextShape shape)
    {
        var fits = shape.Kind switch
        {
            TextKind.Number => decimal.TryParse(constant, NumberStyles.Float, CultureInfo.InvariantCulture, out _),
            TextKind.Base64 => Convert.TryFromBase64String(constant, new byte[constant.Length], out _),
            _ => shape.Values.Count == 0 || shape.Values.Contains(constant, StringComparer.Ordinal),
        };
        if (!fits) return $"\"{constant}\"";
        return constant.Length < shape.MinLength || constant.Length > shape.MaxLength ? $"text of {constant.Length} characters" : null;
    }
}

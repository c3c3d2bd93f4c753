using DirectRoute.Core.Velocity.Java;
using DirectRoute.Core.Velocity.Parsing;
using DirectRoute.Core.Velocity.Runtime;

namespace DirectRoute.Core.Velocity.Tree;

/// <summary>A number or a truth value.</summary>
internal sealed class Constant(object value) : Expression
{
    public object Value { get; } = value;

    public override object Evaluate(RenderScope scope) => Value;

    public override bool Test(RenderScope scope) => Value is true;
}

/// <summary>A string in which nothing is replaced.</summary>
internal sealed class ConstantText(string text) : Expression
{
    public string Text { get; } = text;

    public override bool IsDynamic => true;

    public override object Evaluate(RenderScope scope) => Text;
}

/// <summary>A word that is neither quoted nor a reference: a macro's name, or <c>in</c>.</summary>
internal sealed class Word(string text) : Expression
{
    public string Text { get; } = text;

    public override object? Evaluate(RenderScope scope) => null;
}

/// <summary>A string in double quotes: a template of its own.</summary>
/// <param name="block">Its statements.</param>
/// <param name="padded">Whether the parser added a blank that is not part of the string.</param>
internal sealed class StringExpression(Block block, bool padded) : Expression
{
    public override bool IsDynamic => true;

    public override object? Evaluate(RenderScope scope)
    {
        if (padded && block.Statements is [ReferenceStatement { Reference: var only }, TextStatement { Text: " " }] && only.TryText(scope, out var whole)) return whole;
        var start = scope.Output.Length;
        block.Render(scope);
        var length = scope.Output.Length - start;
        return scope.Output.Cut(start, padded && length > 0 ? length - 1 : length);
    }
}

/// <summary><c>[1, "a", $b]</c></summary>
internal sealed class ListExpression(Expression[] items) : Expression
{
    public override bool IsDynamic => true;

    public override object Evaluate(RenderScope scope)
    {
        var list = new JavaList(ListKind.ArrayList, items.Length);
        foreach (var item in items) list.Items.Add(item.Evaluate(scope));
        return list;
    }
}

/// <summary><c>{"a": 1, $b: $c}</c></summary>
internal sealed class MapExpression((Expression Key, Expression Value)[] entries) : Expression
{
    public override bool IsDynamic => true;

    public override object Evaluate(RenderScope scope)
    {
        var map = new JavaMap(entries.Length);
        foreach (var (key, value) in entries) map.Put(key.Evaluate(scope), value.Evaluate(scope));
        return map;
    }
}

/// <summary><c>[1..$n]</c>, upwards or downwards, both ends included.</summary>
internal sealed class RangeExpression(Expression first, Expression last, Position at) : Expression
{
    public override bool IsDynamic => true;

    public override object? Evaluate(RenderScope scope)
    {
        var (from, to) = (first.Evaluate(scope), last.Evaluate(scope));
        if (from is null || to is null || !JavaNumbers.IsNumber(from) || !JavaNumbers.IsNumber(to)) return null;
        var (start, end) = (JavaNumbers.ToInt(from), JavaNumbers.ToInt(to));
        var count = Math.Abs((long)end - start) + 1;
        if (!scope.Spend(count, at, Literal)) return null;
        var list = new JavaList(ListKind.ArrayList, (int)count);
        for (long i = 0, value = start; i < count; i++, value += start <= end ? 1 : -1) list.Items.Add(JavaNumbers.Box((int)value));
        return list;
    }
}

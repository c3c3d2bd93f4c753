using DirectRoute.Core.Velocity.Java;
using DirectRoute.Core.Velocity.Runtime;

namespace DirectRoute.Core.Velocity.Tree;

internal enum Operation
{
    Add,
    Subtract,
    Multiply,
    Divide,
    Modulo,
}

internal enum Comparison
{
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

internal sealed class OrExpression(Expression left, Expression right) : Expression
{
    public override object Evaluate(RenderScope scope) => JavaNumbers.Box(Test(scope));

    public override bool Test(RenderScope scope) => left.Test(scope) || right.Test(scope);
}

internal sealed class AndExpression(Expression left, Expression right) : Expression
{
    public override object Evaluate(RenderScope scope) => JavaNumbers.Box(Test(scope));

    public override bool Test(RenderScope scope) => left.Test(scope) && right.Test(scope);
}

internal sealed class NotExpression(Expression operand) : Expression
{
    public override object Evaluate(RenderScope scope) => JavaNumbers.Box(Test(scope));

    public override bool Test(RenderScope scope) => !operand.Test(scope);
}

internal sealed class Parenthesized(Expression inner) : Expression
{
    public override object? Evaluate(RenderScope scope) => inner.Evaluate(scope);

    public override bool Test(RenderScope scope) => inner.Test(scope);
}

/// <summary>Equality of numbers by value, of related types by <c>equals</c>, of all else by text.</summary>
internal sealed class EqualityExpression(Expression left, Expression right, bool negated) : Expression
{
    public override object Evaluate(RenderScope scope) => JavaNumbers.Box(Test(scope));

    public override bool Test(RenderScope scope) => JavaEquality.AreAlike(left.Evaluate(scope), right.Evaluate(scope), scope) != negated;
}

/// <summary>An order of numbers; of anything else it is false.</summary>
internal sealed class RelationExpression(Expression left, Expression right, Comparison comparison) : Expression
{
    public override object Evaluate(RenderScope scope) => JavaNumbers.Box(Test(scope));

    public override bool Test(RenderScope scope)
    {
        var (a, b) = (left.Evaluate(scope), right.Evaluate(scope));
        if (a is null || b is null || !JavaNumbers.IsNumber(a) || !JavaNumbers.IsNumber(b)) return false;
        var order = JavaNumbers.Compare(a, b);
        return comparison switch
        {
            Comparison.Less => order < 0,
            Comparison.LessOrEqual => order <= 0,
            Comparison.Greater => order > 0,
            _ => order >= 0,
        };
    }
}

/// <summary>Arithmetic of numbers; a sum with a text is a text; with anything else, or a division by zero, the value is null.</summary>
internal sealed class ArithmeticExpression(Expression left, Expression right, Operation operation) : Expression
{
    public override object? Evaluate(RenderScope scope)
    {
        var a = left.Evaluate(scope);
        var b = right.Evaluate(scope);
        if (operation == Operation.Add && (a is string || b is string))
        {
            var text = string.Concat(a is null ? left.Literal : JavaText.Of(a, scope), b is null ? right.Literal : JavaText.Of(b, scope));
            return scope.SpendText(text.Length, At, Literal) ? text : null;
        }
        if (a is null || b is null || !JavaNumbers.IsNumber(a) || !JavaNumbers.IsNumber(b)) return null;
        if (JavaNumbers.Calculate(operation, a, b, out var fault) is { } result) return result;
        if (fault is not null) scope.Fail(At, Literal, fault);
        return null;
    }
}

using DirectRoute.Core.Velocity.Parsing;
using DirectRoute.Core.Velocity.Runtime;

namespace DirectRoute.Core.Velocity.Tree;

/// <summary>Something that prints. It never throws, and stops where the scope says so.</summary>
internal abstract class Statement
{
    public abstract void Render(RenderScope scope);
}

/// <summary>Statements in order.</summary>
internal sealed class Block(Statement[] statements) : Statement
{
    public Statement[] Statements { get; } = statements;

    public override void Render(RenderScope scope)
    {
        foreach (var statement in Statements)
        {
            statement.Render(scope);
            if (scope.Flow != Flow.Next) return;
        }
    }
}

/// <summary>Text that is printed as it is.</summary>
internal sealed class TextStatement(string text) : Statement
{
    public string Text { get; } = text;

    public override void Render(RenderScope scope) => scope.Output.Append(Text);
}

/// <summary>A comment, or a macro's definition.</summary>
internal sealed class EmptyStatement : Statement
{
    public static readonly EmptyStatement Instance = new();

    public override void Render(RenderScope scope) { }
}

/// <summary><c>#stop</c>: nothing more is rendered.</summary>
internal sealed class StopStatement : Statement
{
    public static readonly StopStatement Instance = new();

    public override void Render(RenderScope scope) => scope.Flow = Flow.Stop;
}

/// <summary><c>#break</c>: leaves the nearest loop, macro, block or <c>#evaluate</c>, or else the template; with an argument, that loop.</summary>
internal sealed class BreakStatement(Expression? loop, Position at) : Statement
{
    public static readonly BreakStatement Nearest = new(null, new Position(1, 1));

    public override void Render(RenderScope scope)
    {
        if (loop?.Evaluate(scope) is { } value)
        {
            if (value is ForeachScope target) scope.Break(target);
            else scope.Fail(at, loop.Literal, $"{loop.Literal} is no loop that #break could leave.");
            return;
        }
        scope.Break(null);
    }
}

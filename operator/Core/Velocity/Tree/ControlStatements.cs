using DirectRoute.Core.Velocity.Java;
using DirectRoute.Core.Velocity.Parsing;
using DirectRoute.Core.Velocity.Runtime;

namespace DirectRoute.Core.Velocity.Tree;

/// <summary>A condition and what is rendered when it holds.</summary>
internal sealed record IfBranch(Expression Condition, Block Block);

internal sealed class IfStatement(IfBranch[] branches, Block? otherwise) : Statement
{
    public override void Render(RenderScope scope)
    {
        foreach (var branch in branches)
        {
            var holds = branch.Condition.Test(scope);
            if (scope.Flow != Flow.Next) return;
            if (!holds) continue;
            branch.Block.Render(scope);
            return;
        }
        otherwise?.Render(scope);
    }
}

internal sealed class SetStatement(Reference target, Expression value, Position at) : Statement
{
    public override void Render(RenderScope scope)
    {
        if (!scope.Spend(1, at, target.Literal)) return;
        // A value that is null leaves the variable as it was.
        if (value.Evaluate(scope) is not { } result || !scope.Spend(0, at, target.Literal)) return;
        target.Assign(scope, result);
    }
}

internal sealed class ForeachStatement(string element, Expression list, Block body, Position at) : Statement
{
    public override void Render(RenderScope scope)
    {
        var items = Iteration.Of(list.Evaluate(scope));
        if (scope.Flow != Flow.Next || items is null) return;
        var variables = scope.Variables;
        var saved = (Element: variables.Get(element, scope), Count: variables.Get("velocityCount", scope), HasNext: variables.Get("velocityHasNext", scope));
        var outer = variables.Get("foreach", scope);
        var loop = new ForeachScope(outer);
        variables.Put("foreach", loop);
        Loop(scope, items, loop);
        variables.PutOrRemove(element, saved.Element);
        variables.PutOrRemove("velocityCount", saved.Count);
        variables.PutOrRemove("velocityHasNext", saved.HasNext);
        if (variables.Get("foreach", scope) == loop) variables.PutOrRemove("foreach", outer);
    }

    private void Loop(RenderScope scope, Iteration items, ForeachScope loop)
    {
        while (items.HasNext)
        {
            if (loop.Count == RenderLimits.Iterations)
            {
                scope.Warn(at, $"#foreach", $"API Gateway ends a #foreach after {RenderLimits.Iterations} rounds; the rest of the list is left out.");
                return;
            }
            if (!scope.Spend(1, at, list.Literal)) return;
            if (!items.TryNext(out var item))
            {
                scope.Fail(at, list.Literal, "The list was changed by the #foreach that goes through it.");
                return;
            }
            loop.Advance(items.HasNext);
            scope.Variables.Put("velocityCount", JavaNumbers.Box(loop.Count));
            scope.Variables.Put("velocityHasNext", JavaNumbers.Box(loop.HasNext));
            scope.Variables.Put(element, item);
            body.Render(scope);
            if (scope.Flow == Flow.Next) continue;
            scope.EndBreak(loop);
            return;
        }
    }
}

using DirectRoute.Core.Velocity.Java;
using DirectRoute.Core.Velocity.Parsing;
using DirectRoute.Core.Velocity.Runtime;

namespace DirectRoute.Core.Velocity.Tree;

/// <summary>One step of a reference: from a value to another, or to null.</summary>
/// <param name="at">Where it stands.</param>
internal abstract class Step(Position at)
{
    public Position At { get; } = at;

    /// <summary>How it is named in messages.</summary>
    public abstract string Name { get; }

    public abstract object? Take(object target, RenderScope scope);

    /// <summary>Sets what the step leads to, where that can be set.</summary>
    public virtual void Assign(object target, object value, RenderScope scope) { }
}

/// <summary><c>.name</c></summary>
internal sealed class PropertyStep(string name, Position at) : Step(at)
{
    public override string Name { get; } = name;

    public override object? Take(object target, RenderScope scope) => JavaObjects.Property(target, Name, scope);

    public override void Assign(object target, object value, RenderScope scope) => JavaObjects.SetProperty(target, Name, value, scope);
}

/// <summary><c>.name(arguments)</c></summary>
internal sealed class MethodStep(string name, Expression[] arguments, Position at) : Step(at)
{
    public override string Name { get; } = name;

    public Expression[] Arguments { get; } = arguments;

    public override object? Take(object target, RenderScope scope)
    {
        if (!scope.Spend(1, At, Name)) return null;
        var values = Arguments.Length == 0 ? [] : new object?[Arguments.Length];
        for (var i = 0; i < values.Length; i++) values[i] = Arguments[i].Evaluate(scope);
        return scope.Flow == Flow.Next ? JavaObjects.Invoke(target, Name, values, new Call(scope, At, Name)) : null;
    }
}

/// <summary><c>[index]</c></summary>
internal sealed class IndexStep(Expression index, Position at, string image) : Step(at)
{
    public Expression Index { get; } = index;

    public override string Name => image;

    public override object? Take(object target, RenderScope scope) =>
        Read(target, scope, out var key) ? JavaObjects.Invoke(target, "get", [key], new Call(scope, At, $"[{Index.Literal}]")) : null;

    public override void Assign(object target, object value, RenderScope scope)
    {
        if (!Read(target, scope, out var key)) return;
        var call = new Call(scope, At, $"[{Index.Literal}]");
        JavaObjects.Invoke(target, target is JavaMap ? "put" : "set", [key, value], call);
    }

    /// <summary>A negative index counts from the end.</summary>
    private bool Read(object target, RenderScope scope, out object? key)
    {
        key = Index.Evaluate(scope);
        if (scope.Flow != Flow.Next) return false;
        if (key is not (int and < 0)) return true;
        var call = new Call(scope, At, $"[{Index.Literal}]");
        if (JavaObjects.Invoke(target, "size", [], call) is not int size)
        {
            call.Fail("A negative index needs a list.");
            return false;
        }
        key = JavaNumbers.Box(size + (int)key);
        return true;
    }
}

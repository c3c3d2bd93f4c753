using DirectRoute.Core.Velocity.Java;
using DirectRoute.Core.Velocity.Tree;

namespace DirectRoute.Core.Velocity.Runtime;

/// <summary>A part of the template as a value: printed, it is rendered with the variables of the place that defined it.</summary>
internal sealed class DefinedBlock(Block body, Variables variables) : IJavaObject
{
    private int depth;

    public object? Property(string name, RenderScope scope) => null;

    public object? Invoke(string name, object?[] arguments, Call call) =>
        name == "toString" && arguments.Length == 0 ? JavaText.Of(this, call.Scope) : null;

    public void SetProperty(string name, object value, RenderScope scope) { }

    public void Print(RenderScope scope)
    {
        // As in Velocity: a block that prints itself prints nothing the third time.
        if (depth >= 2) return;
        depth++;
        var inside = scope.Variables;
        scope.Variables = variables;
        if (scope.EnterBlock()) body.Render(scope);
        scope.LeaveMacro();
        scope.EndBreak(null);
        scope.Variables = inside;
        depth--;
    }
}

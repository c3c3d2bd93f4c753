using DirectRoute.Core.Velocity.Tree;

namespace DirectRoute.Core.Velocity.Runtime;

/// <summary>The variables of a template, or of a macro's call inside of another's.</summary>
/// <param name="caller">Whose variables a macro sees and sets; null for the template's own.</param>
internal sealed class Variables(Variables? caller)
{
    private readonly Dictionary<string, object?> values = new(StringComparer.Ordinal);
    private Dictionary<string, Expression>? arguments;

    public object? Get(string name, RenderScope scope)
    {
        if (values.TryGetValue(name, out var value) && value is not null) return value;
        if (caller is null) return null;
        if (arguments is null || !arguments.TryGetValue(name, out var argument)) return caller.Get(name, scope);
        if (argument is Reference { Steps.Length: 0 } plain) return caller.Get(plain.Root, scope);
        var inside = scope.Variables;
        scope.Variables = caller;
        value = scope.EnterMacro(argument.At, argument.Literal) ? argument.Evaluate(scope) : null;
        scope.LeaveMacro();
        scope.Variables = inside;
        return value;
    }

    /// <summary>Sets a variable; what a macro sets, its caller sees.</summary>
    public void Put(string name, object? value)
    {
        values[name] = value;
        caller?.Put(name, value);
    }

    public void PutOrRemove(string name, object? value)
    {
        if (value is not null) Put(name, value);
        else Remove(name);
    }

    /// <summary>Gives a macro an argument: one whose value may change is evaluated anew each time it is asked for.</summary>
    public void PutArgument(string name, Expression argument, RenderScope scope)
    {
        if (argument.IsDynamic) (arguments ??= new(StringComparer.Ordinal))[name] = argument;
        else PutArgument(name, argument.Evaluate(scope));
    }

    public void PutArgument(string name, object? value) => values[name] = value;

    /// <summary>The text of the argument that a macro's parameter stands for, where the text is a parameter.</summary>
    public string LiteralOf(string text) =>
        arguments is not null && text.StartsWith('$') && arguments.TryGetValue(text[1..], out var argument) ? argument.Literal : text;

    private void Remove(string name)
    {
        values.Remove(name);
        arguments?.Remove(name);
        caller?.Remove(name);
    }
}

using DirectRoute.Core.Velocity.Java;
using DirectRoute.Core.Velocity.Parsing;
using DirectRoute.Core.Velocity.Runtime;

namespace DirectRoute.Core.Velocity.Tree;

/// <summary>What <c>#macro(name $a $b)</c> defines, for all of the template, wherever it stands.</summary>
internal sealed record Macro(string Name, string[] Parameters, Block Body);

/// <summary><c>#name($a)</c>, or <c>#@name($a) body #end</c>; text when there is no such macro.</summary>
internal sealed class MacroCall(string name, Expression[] arguments, Block? body, string literal, Position at) : Statement
{
    public string Name { get; } = name;

    public override void Render(RenderScope scope)
    {
        if (!scope.Macros.TryGetValue(Name, out var macro))
        {
            scope.Output.Append(literal);
            return;
        }
        if (Array.Find(arguments, a => a is Word) is Word word)
        {
            scope.Fail(at, literal, $"'{word.Text}' cannot be an argument of #{Name}: write a reference, or a string in quotes.");
            return;
        }
        if (!scope.Spend(1, at, literal) || !scope.EnterMacro(at, literal)) return;
        var caller = scope.Variables;
        var frame = new Variables(caller);
        for (var i = 0; i < arguments.Length && i < macro.Parameters.Length; i++) frame.PutArgument(macro.Parameters[i], arguments[i], scope);
        if (body is not null) frame.PutArgument("bodyContent", new DefinedBlock(body, caller));
        scope.Variables = frame;
        macro.Body.Render(scope);
        scope.Variables = caller;
        scope.LeaveMacro();
        scope.EndBreak(null);
    }
}

/// <summary><c>#define($name) ... #end</c></summary>
internal sealed class DefineStatement(string name, Block body) : Statement
{
    public override void Render(RenderScope scope) => scope.Variables.Put(name, new DefinedBlock(body, scope.Variables));
}

/// <summary><c>#evaluate($text)</c>: the text is a template.</summary>
internal sealed class EvaluateStatement(Expression source, Position at) : Statement
{
    public override void Render(RenderScope scope)
    {
        if (source.Evaluate(scope) is not { } value || scope.Flow != Flow.Next) return;
        var text = JavaText.Of(value, scope);
        if (!scope.Spend(1 + (text.Length / 16), at, source.Literal) || !scope.EnterMacro(at, source.Literal)) return;
        var context = new ParseContext();
        var (block, error) = Parser.Parse(text, context);
        if (block is null)
        {
            scope.Fail(at, source.Literal, $"What #evaluate was given is no template: {error!.Message}");
            return;
        }
        foreach (var (name, macro) in context.Macros) scope.AddMacro(name, macro);
        block.Render(scope);
        scope.LeaveMacro();
        scope.EndBreak(null);
    }
}

/// <summary><c>#include</c> and <c>#parse</c>: API Gateway has no files.</summary>
internal sealed class UnavailableStatement(string name, Position at) : Statement
{
    public override void Render(RenderScope scope) => scope.Fail(at, $"#{name}", $"#{name} is not in API Gateway: there is nothing that it could read.");
}

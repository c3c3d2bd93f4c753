using DirectRoute.Core.Velocity.Java;
using DirectRoute.Core.Velocity.Parsing;
using DirectRoute.Core.Velocity.Runtime;

namespace DirectRoute.Core.Velocity.Tree;

/// <summary>
/// A variable and the way from it to a value. In API Gateway a reference that leads nowhere is worth the empty text, not null:
/// it prints as nothing and equals both another missing value and <c>""</c>.
/// </summary>
/// <param name="prefix">What stands before the name.</param>
/// <param name="root">The variable.</param>
/// <param name="steps">The way from there.</param>
/// <param name="escapedText">What an escaped reference prints.</param>
internal sealed class Reference(ReferencePrefix prefix, string root, Step[] steps, string escapedText) : Expression
{
    public string Root { get; } = root;

    public Step[] Steps { get; } = steps;

    public bool IsQuiet => prefix.IsQuiet;

    /// <summary>Not printed as a value, but as its own text.</summary>
    public bool IsText => prefix.IsEscaped || prefix.IsRunt;

    public override bool IsDynamic => true;

    public override object? Evaluate(RenderScope scope)
    {
        if (prefix.IsRunt) return null;
        var value = scope.Variables.Get(Root, scope);
        foreach (var step in Steps)
        {
            if (value is null) break;
            value = step.Take(value, scope);
        }
        return value ?? "";
    }

    public override bool Test(RenderScope scope) => Evaluate(scope) switch
    {
        null => false,
        bool truth => truth,
        _ => true,
    };

    /// <summary>Prints the value.</summary>
    public void Render(RenderScope scope)
    {
        if (prefix.IsRunt)
        {
            scope.Output.Append(Root);
            return;
        }
        var value = Evaluate(scope);
        if (scope.Flow != Flow.Next) return;
        if (value is DefinedBlock block && !prefix.IsEscaped)
        {
            block.Print(scope);
            return;
        }
        scope.Output.Append(prefix.Escapes);
        if (prefix.IsEscaped)
        {
            scope.Output.Append(scope.Variables.LiteralOf(escapedText));
            return;
        }
        scope.Output.Append(prefix.Signs);
        JavaText.Append(value, scope);
    }

    /// <summary>The whole text that it prints, when that is a text anyway.</summary>
    public bool TryText(RenderScope scope, out string text)
    {
        text = "";
        if (IsText || prefix.Escapes.Length > 0 || prefix.Signs.Length > 0) return false;
        var value = Evaluate(scope);
        text = value as string ?? JavaText.Of(value ?? "", scope);
        return true;
    }

    /// <summary>Sets the variable, or what the way leads to; where it leads nowhere nothing happens.</summary>
    public void Assign(RenderScope scope, object value)
    {
        if (Steps.Length == 0)
        {
            // Velocity takes the name from the text behind the dollar sign: #set(${x} = 1) and #set($!x = 1) set nothing that could be read.
            scope.Variables.Put(FirstImage[1..], value);
            return;
        }
        var target = scope.Variables.Get(Root, scope);
        for (var i = 0; i < Steps.Length - 1 && target is not null; i++) target = Steps[i].Take(target, scope);
        if (target is not null) Steps[^1].Assign(target, value, scope);
    }
}

/// <summary>A reference in the text.</summary>
internal sealed class ReferenceStatement(Reference reference) : Statement
{
    public Reference Reference { get; } = reference;

    public override void Render(RenderScope scope)
    {
        if (scope.Spend(1, Reference.At, Reference.Literal)) Reference.Render(scope);
    }
}

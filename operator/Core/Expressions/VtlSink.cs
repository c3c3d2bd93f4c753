using System.Text;

namespace DirectRoute.Core.Expressions;

/// <summary>Takes a text piece by piece, constants and variables, and writes it where it belongs, encoded for all that it lies within.</summary>
internal abstract class VtlSink(VtlVariables variables)
{
    public VtlVariables Variables => variables;

    /// <summary>Text that the manifest, or the form of what is sent, gives.</summary>
    public abstract void Literal(string text);

    /// <summary>What a variable holds when the template runs.</summary>
    public abstract void Variable(string name);

    /// <summary>What follows is only there when the condition holds; until <see cref="Else"/> or <see cref="End"/>.</summary>
    public abstract void If(string condition);
    public abstract void Else();
    public abstract void End();

    /// <summary>A sink for text inside this one's: it is encoded first, then for whatever this lies within.</summary>
    public VtlSink Within(VtlEncoding encoding) => new EncodedSink(this, encoding);
}

/// <summary>Text in another text.</summary>
internal sealed class EncodedSink(VtlSink outer, VtlEncoding encoding) : VtlSink(outer.Variables)
{
    public override void Literal(string text) => outer.Literal(encoding.Constant(text));

    public override void Variable(string name) => outer.Variable(Variables.Encode(name, encoding));

    public override void If(string condition) => outer.If(condition);

    public override void Else() => outer.Else();

    public override void End() => outer.End();
}

/// <summary>Text that is what the template makes.</summary>
internal sealed class OutputSink(VtlVariables variables) : VtlSink(variables)
{
    private readonly StringBuilder text = new();
    private string? directive;

    /// <summary>A text that could mean something to Velocity is put in by way of a variable; so is one whose last backslash would touch what follows.</summary>
    public override void Literal(string text)
    {
        if (text.AsSpan().ContainsAny('$', '#') || text is [.., '\\']) Variable(Hidden(text));
        else if (text.Length > 0) Continue(text[0]).Append(text);
    }

    public override void Variable(string name) => Continue('$').Append("${").Append(name).Append('}');

    public override void If(string condition) => Continue('#').Append("#if(").Append(condition).Append(')');

    public override void Else() => Follow("else");

    public override void End() => Follow("end");

    /// <inheritdoc />
    public override string ToString() => $"{Variables}{Continue('\n')}";

    /// <summary>The template of a text in which white space counts: each line of the variables ends in a comment, which swallows the line's end.</summary>
    public string ToExactText() => $"{Variables.ToString().Replace("\n", "##\n", StringComparison.Ordinal)}{Continue('\n')}";

    private void Follow(string name)
    {
        Continue('#');
        directive = name;
    }

    /// <summary>A directive ends where its letters end: before a letter it needs braces.</summary>
    private StringBuilder Continue(char next)
    {
        if (directive is not null) text.Append(char.IsAsciiLetterOrDigit(next) || next is '_' or '-' ? $"#{{{directive}}}" : $"#{directive}");
        directive = null;
        return text;
    }

    private string Hidden(string text)
    {
        var name = Variables.Reserve();
        Variables.Add($"#set(${name} = {VtlVariables.Operand(text)})\n");
        return name;
    }
}

/// <summary>Text that becomes the content of one variable, for an encoding that cannot work piece by piece.</summary>
internal sealed class VariableSink : VtlSink
{
    private readonly string name;
    private readonly StringBuilder lines;
    private readonly StringBuilder constant = new();

    public VariableSink(VtlVariables variables)
        : base(variables)
    {
        name = variables.Reserve();
        lines = new StringBuilder($"#set(${name} = '')\n");
    }

    public override void Literal(string text) => constant.Append(text);

    public override void Variable(string name) => Append($"${{{name}}}");

    public override void If(string condition) => Direct($"if({condition})");

    public override void Else() => Direct("else");

    public override void End() => Direct("end");

    /// <summary>The variable's name; nothing can be added any more.</summary>
    public string Finish()
    {
        Append("");
        Variables.Add(lines.ToString());
        return name;
    }

    private void Direct(string directive)
    {
        Append("");
        lines.Append('#').Append(directive).Append('\n');
    }

    /// <summary>Adds the constants so far, and a piece behind them.</summary>
    private void Append(string piece)
    {
        if (constant.Length > 0)
        {
            lines.Append("#set($k = ").Append(VtlVariables.Operand(constant.ToString())).Append(")\n");
            piece = "${k}" + piece;
            constant.Clear();
        }
        if (piece.Length > 0) lines.Append($"#set(${name} = \"${{{name}}}{piece}\")\n");
    }
}

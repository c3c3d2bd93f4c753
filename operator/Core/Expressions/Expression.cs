using DirectRoute.Core.Collections;

namespace DirectRoute.Core.Expressions;

/// <summary>A leaf of a manifest: literal text and references, in order.</summary>
/// <param name="Cast">What the leaf's one reference is to become where nothing else says so; <see cref="Cast.None"/> for its own type.</param>
internal sealed record Expression(ValueList<ExpressionPart> Parts, Cast Cast = Cast.None)
{
    /// <summary>The text, when nothing in it depends on the request; else null.</summary>
    public string? Constant => Parts.Count switch
    {
        0 => "",
        1 => (Parts[0] as LiteralPart)?.Text,
        _ => Parts.All(p => p is LiteralPart) ? string.Concat(Parts.Select(p => ((LiteralPart)p).Text)) : null,
    };

    /// <summary>The source, when the leaf is one reference and nothing else; else null.</summary>
    public Source? Single => Parts is [ReferencePart only] ? only.Source : null;

    /// <summary>The references, in order.</summary>
    public IEnumerable<ReferencePart> References => Parts.OfType<ReferencePart>();

    /// <summary>The references, each of a choice by itself.</summary>
    public IEnumerable<ReferencePart> Leaves => References.SelectMany(r => r.Source is ChoiceSource choice ? choice.Sources.Select(s => r with { Source = s }) : [r]);

    /// <summary>A leaf that depends on nothing.</summary>
    public static Expression Of(string constant) => new([new LiteralPart(constant)]);
}

/// <summary>A part of a leaf.</summary>
internal abstract record ExpressionPart
{
    private protected ExpressionPart() { }
}

/// <summary>Text that is sent as it stands.</summary>
internal sealed record LiteralPart(string Text) : ExpressionPart;

/// <summary>A value of the request or the answer.</summary>
/// <param name="Column">One-based, where the reference begins.</param>
internal sealed record ReferencePart(Source Source, int Column) : ExpressionPart;

/// <summary>What a leaf is said to be: <c>number($request.querystring.n)</c>.</summary>
internal enum Cast
{
    None,
    Number,
    Boolean,
    String,

    /// <summary>The value's JSON, also where text is wanted.</summary>
    Json,
}

/// <summary>What is wrong with an expression, and where.</summary>
/// <param name="Column">One-based.</param>
internal sealed record ExpressionFault(int Column, string Message);

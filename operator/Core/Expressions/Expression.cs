using DirectRoute.Core.Collections;

namespace DirectRoute.Core.Expressions;

/// <summary>A leaf of a manifest: literal text and references, in order.</summary>
internal sealed record Expression(ValueList<ExpressionPart> Parts)
{
    /// <summary>The text, when nothing in it depends on the request; else null.</summary>
    public string? Constant => Parts.All(p => p is LiteralPart) ? string.Concat(Parts.Select(p => ((LiteralPart)p).Text)) : null;

    /// <summary>The source, when the leaf is one reference and nothing else; else null.</summary>
    public Source? Single => Parts is [ReferencePart only] ? only.Source : null;

    /// <summary>The references, in order.</summary>
    public IEnumerable<ReferencePart> References => Parts.OfType<ReferencePart>();
}

/// <summary>A part of a leaf.</summary>
internal abstract record ExpressionPart
{
    private protected ExpressionPart() { }
}

/// <summary>Text that is sent as it stands.</summary>
internal sealed record LiteralPart(string Text) : ExpressionPart;

/// <summary>A value of the request.</summary>
/// <param name="Column">One-based, where the reference begins.</param>
internal sealed record ReferencePart(Source Source, int Column) : ExpressionPart;

/// <summary>What is wrong with an expression, and where.</summary>
/// <param name="Column">One-based.</param>
internal sealed record ExpressionFault(int Column, string Message);

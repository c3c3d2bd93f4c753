namespace DirectRoute.Core.Velocity.Parsing;

/// <summary>What the scanner is inside of; it decides which tokens there are. Velocity's own states, because its quirks follow from them.</summary>
internal enum LexicalState
{
    /// <summary>Text.</summary>
    Default,

    /// <summary>After a dollar sign, until the reference ends.</summary>
    Reference,

    /// <summary>After a dot inside a reference.</summary>
    Modifier,

    /// <summary>The arguments of a method.</summary>
    Arguments,

    /// <summary>Between the brackets of an index.</summary>
    Index,

    /// <summary>After a hash sign, until it is known what it begins.</summary>
    PreDirective,

    /// <summary>The parentheses of a directive.</summary>
    Directive,

    Textblock,
    BlockComment,
    FormalComment,
    LineComment,
}

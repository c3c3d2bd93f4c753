using DirectRoute.Core.Collections;

namespace DirectRoute.Core.Expressions;

/// <summary>A checked value of <c>parameters</c>: what is sent, whatever the protocol.</summary>
internal abstract record ValueNode
{
    private protected ValueNode() { }

    /// <summary>The one source that decides whether there is a value at all; null when there always is one.</summary>
    public virtual Source? MayBeMissing => null;

    private protected static Source? Unless(Source? source) => source is ChoiceSource { Default: not null } ? null : source;
}

/// <summary>An object.</summary>
internal sealed record ObjectValue(ValueList<MemberValue> Members) : ValueNode;

/// <summary>A member of an object.</summary>
/// <param name="Optional">Whether it is left out when its source has no value.</param>
internal sealed record MemberValue(string Name, ValueNode Value, bool Optional = false);

/// <summary>A list.</summary>
internal sealed record ListValue(ValueList<ValueNode> Items) : ValueNode;

/// <summary>Text: constant, or with references.</summary>
internal sealed record TextValue(Expression Expression) : ValueNode
{
    /// <inheritdoc />
    public override Source? MayBeMissing => Unless(Expression.Single);
}

/// <summary>A number, a truth value or null that the manifest gives.</summary>
/// <param name="Json">As JSON writes it.</param>
internal sealed record LiteralValue(string Json) : ValueNode;

/// <summary>A number that the request gives.</summary>
/// <param name="OrNull">Whether it is null when it is missing; otherwise it is empty text, which AWS refuses.</param>
internal sealed record NumberReference(Source Source, bool Whole, bool OrNull = false) : ValueNode
{
    /// <inheritdoc />
    public override Source? MayBeMissing => Unless(Source);
}

/// <summary>A truth value that the request gives.</summary>
/// <param name="OrNull">Whether it is null when it is missing; otherwise it is empty text, which AWS refuses.</param>
internal sealed record BooleanReference(Source Source, bool OrNull = false) : ValueNode
{
    /// <inheritdoc />
    public override Source? MayBeMissing => Unless(Source);
}

/// <summary>A value that keeps its JSON type: a part of a body as it is there, anything else as text; null when it is missing.</summary>
internal sealed record JsonReference(Source Source) : ValueNode
{
    /// <inheritdoc />
    public override Source? MayBeMissing => Unless(Source);
}

/// <summary>A JSON document that travels as text, such as the Detail of an event.</summary>
internal sealed record DocumentValue(ValueNode Document) : ValueNode
{
    /// <inheritdoc />
    public override Source? MayBeMissing => Document.MayBeMissing;
}

/// <summary>Bytes that travel as base64: those of a text, or of a <see cref="DocumentValue"/>.</summary>
internal sealed record BytesValue(ValueNode Content) : ValueNode
{
    /// <inheritdoc />
    public override Source? MayBeMissing => Content.MayBeMissing;
}

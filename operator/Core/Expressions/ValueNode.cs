using DirectRoute.Core.Collections;

namespace DirectRoute.Core.Expressions;

/// <summary>A checked value of <c>parameters</c>: what is sent, whatever the protocol.</summary>
internal abstract record ValueNode
{
    private protected ValueNode() { }

    /// <summary>The one source that decides whether there is a value at all; null when there always is one.</summary>
    public virtual Source? MayBeMissing => null;
}

/// <summary>An object.</summary>
internal sealed record ObjectValue(ValueList<MemberValue> Members) : ValueNode;

/// <summary>A member of an object.</summary>
/// <param name="Optional">Whether it is left out when its source has no value.</param>
internal sealed record MemberValue(string Name, ValueNode Value, bool Optional = false);

/// <summary>Text: constant, or with references.</summary>
internal sealed record TextValue(Expression Expression) : ValueNode
{
    /// <inheritdoc />
    public override Source? MayBeMissing => Expression.Single;
}

/// <summary>A number that the manifest gives.</summary>
internal sealed record IntegerValue(long Value) : ValueNode;

/// <summary>A truth value that the manifest gives.</summary>
internal sealed record BooleanValue(bool Value) : ValueNode;

/// <summary>A whole number that the request gives.</summary>
internal sealed record IntegerReference(Source Source) : ValueNode
{
    /// <inheritdoc />
    public override Source? MayBeMissing => Source;
}

/// <summary>A truth value that the request gives.</summary>
internal sealed record BooleanReference(Source Source) : ValueNode
{
    /// <inheritdoc />
    public override Source? MayBeMissing => Source;
}

/// <summary>A JSON value that the request's body gives: an object or a list of the client's making.</summary>
internal sealed record JsonReference(BodySource Source) : ValueNode
{
    /// <inheritdoc />
    public override Source? MayBeMissing => Source;
}

using DirectRoute.Core.Collections;

namespace DirectRoute.Core.Catalogue;

/// <summary>What a parameter's value looks like on the wire.</summary>
public abstract record Shape
{
    private protected Shape() { }
}

/// <summary>What a text must hold.</summary>
public enum TextKind
{
    /// <summary>Anything.</summary>
    Any,

    /// <summary>A decimal number; AWS takes it as text, and a manifest may write it as a number.</summary>
    Number,

    /// <summary>Bytes in base64.</summary>
    Base64,
}

/// <summary>A text.</summary>
public sealed record TextShape(TextKind Kind = TextKind.Any) : Shape
{
    /// <summary>The texts that AWS takes; empty for any.</summary>
    public ValueList<string> Values { get; init; }

    /// <summary>Characters; checked for constants.</summary>
    public int MinLength { get; init; }

    /// <summary>Characters; checked for constants.</summary>
    public int MaxLength { get; init; } = int.MaxValue;

    /// <summary>One of these texts.</summary>
    public static TextShape OneOf(params ReadOnlySpan<string> values) => new() { Values = ValueList.Create(values) };

    /// <summary>From one character to this many.</summary>
    public static TextShape UpTo(int maxLength) => new() { MinLength = 1, MaxLength = maxLength };
}

/// <summary>A whole number between two bounds, both allowed.</summary>
public sealed record IntegerShape(long Minimum, long Maximum) : Shape;

/// <summary>A number, perhaps with a fraction.</summary>
public sealed record NumberShape : Shape;

/// <summary>True or false.</summary>
public sealed record BooleanShape : Shape;

/// <summary>A JSON document that travels as text: a tree in the manifest, or any text.</summary>
public sealed record DocumentShape : Shape;

/// <summary>Bytes, which JSON carries in base64: the compiler encodes the text, or the JSON of the tree, that the manifest gives.</summary>
public sealed record BytesShape : Shape;

/// <summary>A map with keys of the user's choice.</summary>
/// <param name="Value">The shape of every value.</param>
/// <param name="MaxCount">How many entries AWS takes.</param>
public sealed record MapShape(Shape Value, int MaxCount) : Shape
{
    /// <summary>Form protocol: <c>name.1.Name</c> instead of <c>name.entry.1.Name</c>.</summary>
    public bool IsFlat { get; init; }
}

/// <summary>A list.</summary>
/// <param name="Item">The shape of every item.</param>
/// <param name="MaxCount">How many items AWS takes.</param>
public sealed record ListShape(Shape Item, int MaxCount) : Shape
{
    /// <summary>Form protocol: <c>name.1</c> instead of <c>name.member.1</c>.</summary>
    public bool IsFlat { get; init; }
}

/// <summary>An object with known members.</summary>
/// <param name="Members">The members.</param>
/// <param name="ExactlyOne">Whether one and only one member is there, as in a DynamoDB attribute value.</param>
public sealed record StructShape(ValueList<ParameterEntry> Members, bool ExactlyOne = false) : Shape;

/// <summary>A shape that holds itself, such as DynamoDB's lists of attribute values.</summary>
/// <param name="Of">The shape; asked for when a value is there to be read.</param>
public sealed record RecursiveShape(Func<Shape> Of) : Shape;

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
public sealed record TextShape(TextKind Kind = TextKind.Any) : Shape;

/// <summary>A whole number between two bounds, both allowed.</summary>
public sealed record IntegerShape(long Minimum, long Maximum) : Shape;

/// <summary>True or false.</summary>
public sealed record BooleanShape : Shape;

/// <summary>A map with keys of the user's choice.</summary>
/// <param name="Value">The shape of every value.</param>
/// <param name="MaxCount">How many entries AWS takes.</param>
public sealed record MapShape(Shape Value, int MaxCount) : Shape;

/// <summary>An object with known members.</summary>
/// <param name="Members">The members.</param>
/// <param name="ExactlyOne">Whether one and only one member is there, as in a DynamoDB attribute value.</param>
public sealed record StructShape(ValueList<ParameterEntry> Members, bool ExactlyOne = false) : Shape;

/// <summary>A parameter of an action, or a member of one.</summary>
/// <param name="Name">AWS's own name.</param>
/// <param name="Shape">What its value looks like.</param>
/// <param name="Required">Whether AWS refuses a call without it.</param>
public sealed record ParameterEntry(string Name, Shape Shape, bool Required = false)
{
    /// <summary>Required, too, for resources whose name ends so: <c>.fifo</c>.</summary>
    public string? RequiredForSuffix { get; init; }

    /// <summary>Refused by AWS for resources whose name ends so.</summary>
    public string? RefusedForSuffix { get; init; }
}

namespace DirectRoute.Core.Velocity.Java;

/// <summary>Which of Java's lists; it decides how the list prints and what may be done to it.</summary>
internal enum ListKind
{
    /// <summary>Made in the template. Prints as <c>[a, b]</c>.</summary>
    ArrayList,

    /// <summary>Read from JSON. Prints as JSON.</summary>
    JsonArray,

    /// <summary>An array, such as what <c>split</c> makes: of a fixed size.</summary>
    Array,

    /// <summary>The keys, values or entries of a map.</summary>
    View,
}

/// <summary>A list, an array or a set.</summary>
/// <param name="kind">Which.</param>
/// <param name="capacity">How many elements are expected.</param>
/// <param name="source">The map that a <see cref="ListKind.View"/> shows.</param>
internal sealed class JavaList(ListKind kind, int capacity = 0, JavaMap? source = null)
{
    private int changes;

    public ListKind Kind { get; } = kind;

    public List<object?> Items { get; } = new(Math.Min(capacity, 1 << 16));

    /// <summary>Counts the changes of length, so that a loop notices one.</summary>
    public int Version => source?.Version ?? changes;

    /// <summary>Says that the length is another.</summary>
    public void Changed() => changes++;
}

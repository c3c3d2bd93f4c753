namespace DirectRoute.Core.Expressions;

/// <summary>A place in a text that is being read, and the first thing that was wrong with it.</summary>
internal sealed class Cursor(string text)
{
    public int Position { get; set; }
    public int Column => Position + 1;
    public bool AtEnd => Position >= text.Length;
    public string Rest => text[Position..];
    public ExpressionFault? Fault { get; private set; }

    public bool At(string expected) => string.CompareOrdinal(text, Position, expected, 0, expected.Length) == 0;

    public bool Take(string expected)
    {
        if (!At(expected)) return false;
        Position += expected.Length;
        return true;
    }

    public char Next() => text[Position++];

    public string TakeWhile(Func<char, bool> belongs)
    {
        var start = Position;
        while (!AtEnd && belongs(text[Position])) Position++;
        return text[start..Position];
    }

    /// <summary>Notes what is wrong here, or at <paramref name="position"/>; always null, for whoever must return a result.</summary>
    public Source? Fail(string message, int? position = null)
    {
        Fault ??= new ExpressionFault((position ?? Position) + 1, message);
        return null;
    }
}

using DirectRoute.Core.Collections;

namespace DirectRoute.Core.Expressions;

/// <summary>A place in a text that is being read, and the first thing that was wrong with it.</summary>
internal sealed class Cursor(string text)
{
    /// <summary>What the lists around the text call their elements.</summary>
    public ValueList<string> Elements { get; init; }
    public int Position { get; set; }
    public int Column => Position + 1;
    public bool AtEnd => Position >= text.Length;
    public string Rest => text[Position..];
    public ExpressionFault? Fault { get; private set; }

    public bool At(string expected) => string.CompareOrdinal(text, Position, expected, 0, expected.Length) == 0;

    public bool At(Func<char, bool> belongs) => !AtEnd && belongs(text[Position]);

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

    public void SkipBlanks()
    {
        while (At(" ")) Position++;
    }

    /// <summary>Reads text in quotes of either kind, which has no escapes; null when there is none, or its end is missing.</summary>
    public string? TakeQuoted()
    {
        if (!At("\"") && !At("'")) return null;
        var end = text.IndexOf(text[Position], Position + 1);
        if (end < 0)
        {
            Fail($"The text in quotes has no end: a {text[Position]} is missing.");
            return null;
        }
        var quoted = text[(Position + 1)..end];
        Position = end + 1;
        return quoted;
    }

    /// <summary>Notes what is wrong here, or at <paramref name="position"/>; always null, for whoever must return a result.</summary>
    public Source? Fail(string message, int? position = null)
    {
        Fault ??= new ExpressionFault((position ?? Position) + 1, message);
        return null;
    }
}

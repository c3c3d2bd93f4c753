namespace DirectRoute.Core.Velocity.Parsing;

/// <summary>A place in a template; both numbers begin at 1.</summary>
internal readonly record struct Position(int Line, int Column);

/// <summary>Turns offsets into lines and columns.</summary>
/// <param name="text">The template.</param>
/// <param name="fixedAt">When the text is part of a literal: where that is, for all of it.</param>
internal sealed class TextPositions(string text, Position? fixedAt)
{
    private readonly List<int> starts = [0];
    private int scanned;

    /// <summary>Where the character is.</summary>
    public Position Of(int offset)
    {
        if (fixedAt is { } at) return at;
        for (; scanned < Math.Min(offset, text.Length); scanned++)
        {
            if (text[scanned] == '\n' || (text[scanned] == '\r' && (scanned + 1 == text.Length || text[scanned + 1] != '\n'))) starts.Add(scanned + 1);
        }
        var line = starts.BinarySearch(offset);
        if (line < 0) line = ~line - 1;
        return new Position(line + 1, offset - starts[line] + 1);
    }
}

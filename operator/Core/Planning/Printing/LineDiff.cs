using DirectRoute.Core.Collections;

namespace DirectRoute.Core.Planning.Printing;

/// <summary>A line of a body that changes.</summary>
/// <param name="Kind">Whether it comes, goes or stays.</param>
/// <param name="Text">The line, without its end.</param>
public readonly record struct DiffLine(DiffLineKind Kind, string Text);

/// <summary>What becomes of a line.</summary>
public enum DiffLineKind
{
    /// <summary>It stays; shown for its place.</summary>
    Same,

    /// <summary>It goes.</summary>
    Removed,

    /// <summary>It comes.</summary>
    Added,

    /// <summary>Stands for lines that are not shown; the text says how many.</summary>
    Skipped,
}

/// <summary>The lines in which two bodies differ, with the lines around them: short enough to read whatever the bodies are.</summary>
public static class LineDiff
{
    private const int Context = 1;
    private const int Longest = 60;

    // A template has at most 300 KB. Beyond this the table would cost more than the answer is worth: all of the middle goes and comes.
    private const int LargestTable = 1_000_000;

    /// <summary>The difference; null is no body at all. Equal bodies have none.</summary>
    public static ValueList<DiffLine> Of(string? before, string? after)
    {
        var (from, to) = (LinesOf(before), LinesOf(after));
        var head = 0;
        while (head < from.Length && head < to.Length && from[head] == to[head]) head++;
        var tail = 0;
        while (tail < from.Length - head && tail < to.Length - head && from[^(tail + 1)] == to[^(tail + 1)]) tail++;
        List<DiffLine> lines =
        [
            .. from[..head].Select(Same),
            .. Middle(from[head..^tail], to[head..^tail]),
            .. from[^tail..].Select(Same),
        ];
        return Shorten(lines);
    }

    private static DiffLine Same(string line) => new(DiffLineKind.Same, line);

    private static string[] LinesOf(string? body) => body is null ? [] : body.ReplaceLineEndings("\n").Split('\n');

    private static IEnumerable<DiffLine> Middle(string[] from, string[] to)
    {
        var table = (long)from.Length * to.Length <= LargestTable ? Lengths(from, to) : null;
        var (i, j) = (0, 0);
        while (i < from.Length || j < to.Length)
        {
            if (table is not null && i < from.Length && j < to.Length && from[i] == to[j])
            {
                yield return Same(from[i++]);
                j++;
            }
            else if (i < from.Length && (j == to.Length || table is null || table[i + 1, j] >= table[i, j + 1])) yield return new(DiffLineKind.Removed, from[i++]);
            else yield return new(DiffLineKind.Added, to[j++]);
        }
    }

    /// <summary>How many lines the rests of both have in common, from each place on.</summary>
    private static int[,] Lengths(string[] from, string[] to)
    {
        var lengths = new int[from.Length + 1, to.Length + 1];
        for (var i = from.Length - 1; i >= 0; i--)
        {
            for (var j = to.Length - 1; j >= 0; j--)
                lengths[i, j] = from[i] == to[j] ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
        }
        return lengths;
    }

    /// <summary>Only what changes and a line around it, and not more than can be read.</summary>
    private static ValueList<DiffLine> Shorten(List<DiffLine> lines)
    {
        var shown = new List<DiffLine>();
        var skipped = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            if (shown.Count >= Longest || !IsNearChange(lines, i))
            {
                skipped++;
                continue;
            }
            if (skipped > 0) shown.Add(Skipped(skipped));
            skipped = 0;
            shown.Add(lines[i]);
        }
        if (skipped > 0 && shown.Count > 0) shown.Add(Skipped(skipped));
        return shown.ToValueList();
    }

    private static bool IsNearChange(List<DiffLine> lines, int index)
    {
        for (var i = Math.Max(0, index - Context); i <= Math.Min(lines.Count - 1, index + Context); i++)
        {
            if (lines[i].Kind != DiffLineKind.Same) return true;
        }
        return false;
    }

    private static DiffLine Skipped(int lines) => new(DiffLineKind.Skipped, lines == 1 ? "1 line" : $"{lines} lines");
}

using DirectRoute.Cli.Findings;

namespace DirectRoute.Cli.Output;

/// <summary>The line that a finding is about, with carets under the place.</summary>
internal static class SourceExcerpt
{
    /// <summary>Longer lines are shown in part.</summary>
    private const int MaxWidth = 160;
    private const int Lead = 40;

    /// <summary>Two lines; empty when the place is beyond the text.</summary>
    public static IReadOnlyList<string> Of(Location location, TextStyle style)
    {
        var (span, line) = (location.Span, location.File.LineAt(location.Span.Line));
        if (line.Length == 0) return [];
        var end = span.EndLine == span.Line ? Math.Min(span.EndColumn - 1, line.Length) : line.Length;
        var start = Math.Min(span.Column - 1, line.Length);
        var from = line.Length <= MaxWidth ? 0 : Math.Max(0, Math.Min(start - Lead, line.Length - MaxWidth));
        var shown = line[from..Math.Min(line.Length, from + MaxWidth)];
        var number = $"{span.Line} | ";
        var indent = new string(' ', number.Length - 2) + "| " + new string([.. line[from..start].Select(c => c == '\t' ? '\t' : ' ')]);
        var carets = new string('^', Math.Max(1, Math.Min(end, from + MaxWidth) - start));
        return [style.Paint(TextStyle.Faint, number) + ControlCharacters.Escape(shown), style.Paint(TextStyle.Faint, indent) + style.Paint(TextStyle.Good, carets)];
    }
}

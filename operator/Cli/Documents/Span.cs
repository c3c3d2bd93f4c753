namespace DirectRoute.Cli.Documents;

/// <summary>A stretch of a text. Lines and columns count from one, columns in UTF-16 code units; the end is exclusive.</summary>
internal readonly record struct Span(int Line, int Column, int EndLine, int EndColumn)
{
    /// <summary>A single character.</summary>
    public static Span At(int line, int column) => new(line, column, line, column + 1);
}

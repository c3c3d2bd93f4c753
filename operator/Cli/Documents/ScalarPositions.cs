using DirectRoute.Cli.Input;
using YamlDotNet.Core;

namespace DirectRoute.Cli.Documents;

/// <summary>Finds the place in a file of a place in a scalar's text.</summary>
internal static class ScalarPositions
{
    /// <summary>
    /// The span of the text's character at <paramref name="column"/> (from one) of its line <paramref name="line"/> (from one); the whole scalar where
    /// the file does not tell, as in folded texts.
    /// </summary>
    public static Span Find(InputFile file, ScalarNode scalar, int line, int column)
    {
        var span = scalar.Span;
        var source = file.LineAt(span.Line);
        if (scalar.Style == ScalarStyle.Literal) return InBlock(file, span, line, column) ?? span;
        if (line != 1 || span.EndLine != span.Line || span.Column > source.Length) return span;
        return scalar.Style switch
        {
            ScalarStyle.Plain => Span.At(span.Line, Math.Min(span.Column + column - 1, source.Length + 1)),
            ScalarStyle.SingleQuoted => Span.At(span.Line, InSingleQuotes(source, span.Column, column)),
            ScalarStyle.DoubleQuoted => Span.At(span.Line, InDoubleQuotes(source, span.Column, column)),
            _ => span,
        };
    }

    private static Span? InBlock(InputFile file, Span header, int line, int column)
    {
        var first = file.LineAt(header.Line + 1);
        var indent = first.Length - first.TrimStart(' ').Length;
        var wanted = header.Line + line;
        return wanted > file.LineCount ? null : Span.At(wanted, indent + column);
    }

    /// <param name="open">The column of the opening quote.</param>
    private static int InSingleQuotes(string source, int open, int column)
    {
        var index = open;
        for (var passed = 1; passed < column && index < source.Length; passed++) index += source[index] == '\'' ? 2 : 1;
        return index + 1;
    }

    /// <param name="open">The column of the opening quote.</param>
    private static int InDoubleQuotes(string source, int open, int column)
    {
        var index = open;
        for (var passed = 1; passed < column && index < source.Length; passed++) index += LengthOf(source, index);
        return index + 1;
    }

    private static int LengthOf(string source, int index) => source[index] != '\\' || index + 1 >= source.Length ? 1 : source[index + 1] switch
    {
        'x' => 4,
        'u' => 6,
        'U' => 10,
        _ => 2,
    };
}

using DirectRoute.Cli.Input;

namespace DirectRoute.Cli.Documents;

/// <summary>A part of a file that holds whole documents.</summary>
/// <param name="FirstLine">Counted from one.</param>
/// <param name="LastLine">Its last line, inclusive.</param>
internal sealed record YamlPiece(int FirstLine, int LastLine, string Text);

/// <summary>Cuts a file at its lines of three dashes: inside a document YAML allows none at the beginning of a line.</summary>
internal static class YamlPieces
{
    public static IEnumerable<YamlPiece> Of(InputFile file)
    {
        var first = 1;
        for (var line = 2; line <= file.LineCount; line++)
        {
            if (!BeginsDocument(file.LineAt(line))) continue;
            if (HasContent(file, first, line - 1)) yield return Piece(file, first, line - 1);
            first = line;
        }
        if (HasContent(file, first, file.LineCount)) yield return Piece(file, first, file.LineCount);
    }

    private static bool BeginsDocument(string line) => line.StartsWith("---", StringComparison.Ordinal) && (line.Length == 3 || char.IsWhiteSpace(line[3]));

    /// <summary>Comments and directives alone are no document.</summary>
    private static bool HasContent(InputFile file, int first, int last)
    {
        for (var line = first; line <= last; line++)
        {
            var text = file.LineAt(line).AsSpan().TrimStart();
            if (text.Length > 0 && text[0] is not ('#' or '%')) return true;
        }
        return false;
    }

    private static YamlPiece Piece(InputFile file, int first, int last) => new(first, last, file.TextOf(first, last));
}

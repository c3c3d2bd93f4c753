using DirectRoute.Cli.Findings;
using DirectRoute.Cli.Input;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace DirectRoute.Cli.Documents;

/// <summary>Reads every document of a file, also those beside a broken one: the file is cut where documents begin, and each piece is parsed by itself.</summary>
internal sealed class YamlFileReader(InputFile file, FindingBag findings)
{
    private readonly List<YamlDocument> documents = [];

    /// <summary>How many lines lie above the piece that is being parsed.</summary>
    private int linesAbove;

    /// <summary>The documents that can be read; what is wrong with the others goes to the findings.</summary>
    public static IReadOnlyList<YamlDocument> Read(InputFile file, FindingBag findings)
    {
        var reader = new YamlFileReader(file, findings);
        foreach (var piece in YamlPieces.Of(file)) reader.Read(piece);
        return reader.documents;
    }

    private void Read(YamlPiece piece)
    {
        linesAbove = piece.FirstLine - 1;
        var parser = new Parser(new StringReader(piece.Text));
        try
        {
            ReadDocuments(parser);
        }
        catch (YamlProblem e)
        {
            Report(e.Span, e.Message);
        }
        catch (YamlException e)
        {
            Report(e, piece);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or IndexOutOfRangeException or FormatException or OverflowException)
        {
            // The parser has bugs of its own; on `[1, 2` with a key below, it fails so.
            var last = parser.Current?.End ?? new Mark();
            Report(Shift(last, last), YamlMessages.Unreadable);
        }
    }

    private void ReadDocuments(Parser parser)
    {
        parser.Consume<StreamStart>();
        while (parser.TryConsume<DocumentStart>(out _))
        {
            var root = new YamlTreeReader(parser, SpanOf, Report).Read();
            parser.Consume<DocumentEnd>();
            documents.Add(new YamlDocument(file, root));
        }
    }

    private void Report(YamlException e, YamlPiece piece)
    {
        if (!e.Message.Contains("invalid tab", StringComparison.Ordinal))
        {
            Report(Shift(e.Start, e.Start), YamlMessages.Explain(e.Message));
            return;
        }
        // The parser points at the beginning of the mapping; the tab is further down.
        for (var line = piece.FirstLine; line <= piece.LastLine; line++)
        {
            var indent = file.LineAt(line).TakeWhile(char.IsWhiteSpace).ToList();
            if (indent.IndexOf('\t') is not (>= 0 and var tab)) continue;
            Report(Span.At(line, tab + 1), YamlMessages.Tab);
            return;
        }
        Report(Shift(e.Start, e.Start), YamlMessages.Tab);
    }

    private void Report(Span span, string message) => findings.Error(FindingReasons.InvalidYaml, message, new Location(file, span));

    private Span SpanOf(ParsingEvent node) => node is Scalar ? Shift(node.Start, node.End) : Shift(node.Start, node.Start);

    private Span Shift(Mark start, Mark end)
    {
        var (line, column) = ((int)start.Line + linesAbove, (int)start.Column);
        var (endLine, endColumn) = ((int)end.Line + linesAbove, (int)end.Column);
        return endLine > line || (endLine == line && endColumn > column) ? new Span(line, column, endLine, endColumn) : Span.At(line, column);
    }
}

namespace DirectRoute.Cli.Documents;

/// <summary>Says what the YAML parser means, in words that tell what to do.</summary>
internal static class YamlMessages
{
    public const string Tab = "The line is indented by a tab, and YAML takes spaces only: replace the tab.";

    /// <summary>What stands for an error for which the parser itself has no words.</summary>
    public const string Unreadable = "From here on this is no YAML: a bracket, a brace or a quote may not be closed.";

    /// <summary>Pieces of the parser's messages, the first that fits counts.</summary>
    private static readonly (string Piece, string Meaning)[] Known =
    [
        ("expected ',' or", "A bracket or brace that was opened above is not closed, or a comma is missing."),
        ("quoted scalar, found unexpected end", "The quote is not closed."),
        ("quoted scalar, found wrong indentation", "The quote is not closed."),
        ("unknown escape", "In double quotes a backslash begins an escape, and this is none: write \\\\, or use single quotes."),
        ("found invalid mapping", "A key is not expected here: put a text that contains \": \" into quotes, or correct the indentation."),
        ("cannot start any token", "A text that begins with @, `, % or a tab must be in quotes."),
        ("block mapping, did not find expected key", "This does not continue the mapping above: the indentation differs, or a quote within a quoted text is not doubled."),
        ("expected '-'", "A list item that begins with - is expected here: correct the indentation, or remove the dash above."),
        ("while parsing a node", "A value is expected here."),
    ];

    public static string Explain(string message)
    {
        var known = Known.FirstOrDefault(k => message.Contains(k.Piece, StringComparison.OrdinalIgnoreCase));
        return known.Meaning ?? (message.EndsWith('.') ? message : $"{message}.");
    }
}

using System.Text;
using DirectRoute.Core.Collections;

namespace DirectRoute.Core.Expressions;

/// <summary>
/// Reads the leaves of <c>parameters</c>: a whole reference (<c>$request.body.id</c>), or text with references in braces (<c>order-${request.body.id}</c>).
/// <c>$$</c> is a literal dollar anywhere; a lone dollar inside text that begins nothing is one too.
/// </summary>
public static class ExpressionParser
{
    internal static readonly string[] Roots = ["request", "context", "stageVariables"];

    /// <summary>Reads a leaf. One of the two results is null.</summary>
    public static (Expression? Expression, ExpressionFault? Fault) Parse(string text)
    {
        var cursor = new Cursor(text);
        try
        {
            return (new Expression(cursor.AtReference() ? [Whole(cursor)] : Template(cursor)), null);
        }
        catch (SyntaxException syntax)
        {
            return (null, new ExpressionFault(syntax.Column, syntax.Message));
        }
    }

    private static ReferencePart Whole(Cursor cursor)
    {
        cursor.Position++;
        var source = SourceParser.Parse(cursor);
        return cursor.AtEnd
            ? new ReferencePart(source, 1)
            : throw cursor.Fault($"\"{cursor.Rest}\" does not belong to ${source.Text}. To join text and references, put each into braces: ${{{source.Text}}}.");
    }

    private static ValueList<ExpressionPart> Template(Cursor cursor)
    {
        var parts = new List<ExpressionPart>();
        var literal = new StringBuilder();
        while (!cursor.AtEnd)
        {
            if (cursor.Take("$$")) literal.Append('$');
            else if (cursor.At("${")) AddReference(cursor, literal, parts);
            else if (cursor.LooksLikeReference()) throw cursor.Fault("Inside text a reference needs braces: write ${...}, or $$ for a literal dollar.");
            else literal.Append(cursor.Next());
        }
        Flush(literal, parts);
        return parts.ToValueList();
    }

    private static void AddReference(Cursor cursor, StringBuilder literal, List<ExpressionPart> parts)
    {
        Flush(literal, parts);
        var column = cursor.Column;
        cursor.Position += 2;
        var source = SourceParser.Parse(cursor);
        if (!cursor.Take("}")) throw cursor.Fault($"The reference ${{{source.Text} ends with a closing brace, which is missing here.");
        parts.Add(new ReferencePart(source, column));
    }

    private static void Flush(StringBuilder literal, List<ExpressionPart> parts)
    {
        if (literal.Length > 0) parts.Add(new LiteralPart(literal.ToString()));
        literal.Clear();
    }

    /// <summary>Never leaves this folder: it ends the descent, and becomes a value.</summary>
    internal sealed class SyntaxException(int column, string message) : Exception(message)
    {
        public int Column { get; } = column;
    }

    internal sealed class Cursor(string text)
    {
        public int Position { get; set; }
        public int Column => Position + 1;
        public bool AtEnd => Position >= text.Length;
        public string Rest => text[Position..];

        public bool At(string expected) => string.CompareOrdinal(text, Position, expected, 0, expected.Length) == 0;

        /// <summary>A dollar that is neither an escape nor an opening brace.</summary>
        public bool AtReference() => At("$") && !At("$$") && !At("${");

        public bool LooksLikeReference() => Array.Exists(Roots, root => At($"${root}."));

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

        public SyntaxException Fault(string message) => new(Column, message);

        public static SyntaxException FaultAt(int position, string message) => new(position + 1, message);
    }
}

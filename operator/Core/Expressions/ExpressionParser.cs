using System.Text;
using DirectRoute.Core.Collections;

namespace DirectRoute.Core.Expressions;

/// <summary>
/// Reads the leaves of <c>parameters</c>: a whole reference (<c>$request.body.id</c>), or text with references in braces (<c>order-${request.body.id}</c>).
/// <c>$$</c> is a literal dollar anywhere; a lone dollar inside text that begins nothing is one too.
/// </summary>
internal static class ExpressionParser
{
    internal static readonly string[] Roots = ["request", "response", "context", "stageVariables"];

    /// <summary>Reads a leaf. One of the two results is null.</summary>
    public static (Expression? Expression, ExpressionFault? Fault) Parse(string text)
    {
        var cursor = new Cursor(text);
        var isReference = cursor.At("$") && !cursor.At("$$") && !cursor.At("${");
        var parts = isReference ? Whole(cursor) : Template(cursor);
        return cursor.Fault is null ? (new Expression(parts), null) : (null, cursor.Fault);
    }

    private static ValueList<ExpressionPart> Whole(Cursor cursor)
    {
        cursor.Position++;
        if (SourceParser.Parse(cursor) is not { } source) return [];
        if (!cursor.AtEnd)
            cursor.Fail($"\"{cursor.Rest}\" does not belong to {source}. To join text and references, put each into braces: ${{{source.Text}}}.");
        return [new ReferencePart(source, 1)];
    }

    private static ValueList<ExpressionPart> Template(Cursor cursor)
    {
        var parts = new List<ExpressionPart>();
        var literal = new StringBuilder();
        while (!cursor.AtEnd && cursor.Fault is null)
        {
            if (cursor.Take("$$")) literal.Append('$');
            else if (cursor.At("${")) AddReference(cursor, literal, parts);
            else if (LooksLikeReference(cursor)) cursor.Fail("Inside text a reference needs braces: write ${...}, or $$ for a literal dollar.");
            else literal.Append(cursor.Next());
        }
        Flush(literal, parts);
        return parts.ToValueList();
    }

    private static bool LooksLikeReference(Cursor cursor) => cursor.At("$") && Array.Exists(Roots, root => cursor.At($"${root}."));

    private static void AddReference(Cursor cursor, StringBuilder literal, List<ExpressionPart> parts)
    {
        Flush(literal, parts);
        var column = cursor.Column;
        cursor.Position += 2;
        if (SourceParser.Parse(cursor) is not { } source) return;
        if (cursor.Take("}")) parts.Add(new ReferencePart(source, column));
        else cursor.Fail($"The reference ${{{source.Text} ends with a closing brace, which is missing here.");
    }

    private static void Flush(StringBuilder literal, List<ExpressionPart> parts)
    {
        if (literal.Length > 0) parts.Add(new LiteralPart(literal.ToString()));
        literal.Clear();
    }
}

using System.Text;
using DirectRoute.Core.Collections;

namespace DirectRoute.Core.Expressions;

/// <summary>
/// Reads the leaves of manifests: a whole reference (<c>$request.body.id ?? "none"</c>), a cast (<c>number($request.querystring.n)</c>), or text with
/// references in braces (<c>order-${request.body.id}</c>). <c>$$</c> is a literal dollar anywhere; a lone dollar inside text that begins nothing is one too.
/// </summary>
internal static class ExpressionParser
{
    internal static readonly string[] Roots = ["request", "response", "context", "stageVariables"];

    private static readonly (string Opening, Cast Cast)[] Casts =
        [("number(", Cast.Number), ("boolean(", Cast.Boolean), ("string(", Cast.String), ("json(", Cast.Json)];

    /// <summary>Reads a leaf. One of the two results is null.</summary>
    /// <param name="text">The leaf.</param>
    /// <param name="elements">What the lists around it call their elements.</param>
    public static (Expression? Expression, ExpressionFault? Fault) Parse(string text, ValueList<string> elements = default)
    {
        if (!text.Contains('$', StringComparison.Ordinal)) return (Expression.Of(text), null);
        var cursor = new Cursor(text) { Elements = elements };
        var expression = TakeCast(cursor) is { } cast ? Casted(cursor, cast) : new Expression(IsReference(cursor) ? Whole(cursor) : Template(cursor));
        return cursor.Fault is null ? (expression, null) : (null, cursor.Fault);
    }

    private static bool IsReference(Cursor cursor) => cursor.At("$") && !cursor.At("$$") && !cursor.At("${");

    /// <summary>Only what holds a reference is a cast; <c>string(5)</c> is text.</summary>
    private static Cast? TakeCast(Cursor cursor)
    {
        foreach (var (opening, cast) in Casts)
        {
            if (!cursor.Take(opening)) continue;
            var start = cursor.Position;
            cursor.SkipBlanks();
            if (LooksLikeReference(cursor)) return cast;
            cursor.Position = start - opening.Length;
        }
        return null;
    }

    private static Expression Casted(Cursor cursor, Cast cast)
    {
        var column = cursor.Column;
        cursor.Position++;
        if (ReferenceParser.Parse(cursor) is not { } source) return new Expression([]);
        cursor.SkipBlanks();
        if (!cursor.Take(")")) cursor.Fail("A parenthesis closes the cast here: it holds one reference, with defaults if need be.");
        else if (!cursor.AtEnd) cursor.Fail($"\"{cursor.Rest}\" follows the cast: a cast is the whole leaf, without text around it.");
        return new Expression([new ReferencePart(source, column)], cast);
    }

    private static ValueList<ExpressionPart> Whole(Cursor cursor)
    {
        cursor.Position++;
        if (ReferenceParser.Parse(cursor) is not { } source) return [];
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

    private static bool LooksLikeReference(Cursor cursor) => cursor.At("$") && (Array.Exists(Roots, root => cursor.At($"${root}.")) || cursor.Elements.Any(e => cursor.At($"${e}.")));

    private static void AddReference(Cursor cursor, StringBuilder literal, List<ExpressionPart> parts)
    {
        Flush(literal, parts);
        var column = cursor.Column;
        cursor.Position += 2;
        if (ReferenceParser.Parse(cursor) is not { } source) return;
        if (cursor.Take("}")) parts.Add(new ReferencePart(source, column));
        else cursor.Fail($"The reference ${{{source.Text} ends with a closing brace, which is missing here.");
    }

    private static void Flush(StringBuilder literal, List<ExpressionPart> parts)
    {
        if (literal.Length > 0) parts.Add(new LiteralPart(literal.ToString()));
        literal.Clear();
    }
}

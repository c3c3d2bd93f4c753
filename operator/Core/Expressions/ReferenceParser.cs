using DirectRoute.Core.Collections;

namespace DirectRoute.Core.Expressions;

/// <summary>Reads a reference with what stands in for it: <c>request.header.X-Id ?? $context.requestId ?? "none"</c>.</summary>
internal static class ReferenceParser
{
    private const string Operator = "??";
    private const string Expected = "After ?? comes another reference, a number, true, false, or text in quotes.";

    /// <summary>Reads what follows the dollar or the opening brace. A null result has its fault in the cursor.</summary>
    public static Source? Parse(Cursor cursor)
    {
        if (SourceParser.Parse(cursor) is not { } first) return null;
        if (!TakeOperator(cursor)) return first;
        var sources = new List<Source> { first };
        do
        {
            if (TakeConstant(cursor) is { } constant) return AtItsEnd(cursor) ? new ChoiceSource(sources.ToValueList(), constant) : null;
            if (cursor.Fault is not null) return null;
            if (!cursor.Take("$") && !IsReference(cursor)) cursor.Fail(Expected);
            if (SourceParser.Parse(cursor) is not { } next) return null;
            sources.Add(next);
        }
        while (TakeOperator(cursor));
        return new ChoiceSource(sources.ToValueList(), null);
    }

    /// <summary>Blanks before the operator belong to it; without one they are somebody else's.</summary>
    private static bool TakeOperator(Cursor cursor)
    {
        var start = cursor.Position;
        cursor.SkipBlanks();
        if (cursor.Take(Operator))
        {
            cursor.SkipBlanks();
            return true;
        }
        if (!cursor.At("}") && !cursor.At(")")) cursor.Position = start;
        return false;
    }

    private static bool IsReference(Cursor cursor) => Array.Exists(ExpressionParser.Roots, root => cursor.At($"{root}."));

    private static bool AtItsEnd(Cursor cursor)
    {
        if (TakeOperator(cursor)) cursor.Fail("Nothing can stand in for a constant, as it always has a value: leave out what follows it.");
        return cursor.Fault is null;
    }

    private static Constant? TakeConstant(Cursor cursor)
    {
        if (cursor.TakeQuoted() is { } text) return new Constant(ConstantKind.Text, text);
        var start = cursor.Position;
        var word = cursor.TakeWhile(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '+');
        if (word is "true" or "false") return new Constant(ConstantKind.Boolean, word);
        if (JsonText.IsNumber(word)) return new Constant(ConstantKind.Number, word);
        cursor.Position = start;
        return null;
    }
}

using System.Globalization;
using DirectRoute.Core.Catalogue;
using DirectRoute.Core.Collections;

namespace DirectRoute.Core.Expressions;

/// <summary>Reads what follows the dollar of a reference. A null result has its fault in the cursor.</summary>
internal static class SourceParser
{
    private static readonly string[] RequestParts = ["body", "header", "querystring", "path"];
    private static readonly string[] ResponseParts = ["body", "header"];

    public static Source? Parse(Cursor cursor)
    {
        var start = cursor.Position;
        var root = cursor.TakeWhile(char.IsAsciiLetter);
        return root switch
        {
            "request" => Request(cursor),
            "response" => Response(cursor),
            "context" => DottedName(cursor, "context") is { } name ? new ContextSource(name) : null,
            "stageVariables" => Name(cursor, "stageVariables", IsVariable) is { } name ? new StageVariableSource(name) : null,
            _ when cursor.Elements.Contains(root, StringComparer.Ordinal) => new ElementSource(root, Steps(cursor, root)),
            _ => cursor.Fail(UnknownRoot(root), start),
        };
    }

    private static string UnknownRoot(string root)
    {
        var hint = root switch
        {
            "input" or "util" or "method" or "integration" =>
                " Templates of API Gateway are not written by hand: $request.body.name stands for $input.path('$.name'), and escaping is done for you.",
            _ => Suggestions.DidYouMean(root, ExpressionParser.Roots),
        };
        return $"\"{root}\" is not a source: a reference begins with $request., $response., $context. or $stageVariables.; a literal dollar is written $$.{hint}";
    }

    private static Source? Request(Cursor cursor)
    {
        if (!TakeDot(cursor, "request")) return null;
        var start = cursor.Position;
        var part = cursor.TakeWhile(char.IsAsciiLetter);
        return part switch
        {
            "body" => new BodySource(Steps(cursor, "request.body")),
            "header" => Name(cursor, "request.header", IsName) is { } name ? new HeaderSource(name) : null,
            "querystring" => Name(cursor, "request.querystring", IsName) is { } name ? new QuerySource(name) : null,
            "path" => Name(cursor, "request.path", IsName) is { } name ? new PathSource(name) : null,
            _ => cursor.Fail($"A request has body, header, querystring and path, but no \"{part}\".{Meant(part)}", start),
        };
    }

    private static string Meant(string part) => part switch
    {
        "query" or "params" or "queryStringParameters" => " Did you mean \"querystring\"?",
        "pathParameters" => " Did you mean \"path\"?",
        _ => Suggestions.DidYouMean(part, RequestParts),
    };

    private static Source? Response(Cursor cursor)
    {
        if (!TakeDot(cursor, "response")) return null;
        var start = cursor.Position;
        var part = cursor.TakeWhile(char.IsAsciiLetter);
        return part switch
        {
            "body" => new ResponseBodySource(Steps(cursor, "response.body")),
            "header" => Name(cursor, "response.header", IsName) is { } name ? new ResponseHeaderSource(name) : null,
            "status" or "statusCode" => cursor.Fail("No template can read an answer's status. Write one response for each status, with when.status.", start),
            _ => cursor.Fail($"A response has body and header, but no \"{part}\".{Suggestions.DidYouMean(part, ResponseParts)}", start),
        };
    }

    private static ValueList<PathStep> Steps(Cursor cursor, string of)
    {
        var steps = new List<PathStep>();
        while (cursor.Fault is null)
        {
            if (cursor.Take("[")) AddBracket(cursor, steps);
            else if (!cursor.At(".")) break;
            else if (Name(cursor, of, IsMember) is { } name) steps.Add(PathStep.Member(name));
        }
        return steps.ToValueList();
    }

    private static void AddBracket(Cursor cursor, List<PathStep> steps)
    {
        var start = cursor.Position;
        if (cursor.TakeQuoted() is { } name) AddQuoted(cursor, name, start, steps);
        else if (int.TryParse(cursor.TakeWhile(char.IsAsciiDigit), NumberStyles.None, CultureInfo.InvariantCulture, out var index) && cursor.Take("]")) steps.Add(PathStep.At(index));
        else cursor.Fail("Brackets hold a position in a list, such as [0], or a name in quotes; wildcards and filters are not supported.", start);
    }

    private static void AddQuoted(Cursor cursor, string name, int start, List<PathStep> steps)
    {
        if (!cursor.Take("]")) cursor.Fail("A closing bracket follows the name in quotes.");
        else if (name.Length == 0 || !name.All(IsQuotable)) cursor.Fail("No template can name this member: it is empty, or has a quote, backslash, $, # or control character.", start);
        else steps.Add(PathStep.Member(name));
    }

    /// <summary>What stands for itself in JSONPath and in a text of Velocity.</summary>
    private static bool IsQuotable(char c) => !char.IsControl(c) && !char.IsSurrogate(c) && c is not ('"' or '\'' or '\\' or '$' or '#');

    private static string? DottedName(Cursor cursor, string of)
    {
        var name = Name(cursor, of, IsVariable);
        while (name is not null && cursor.At("."))
            name = Name(cursor, $"{of}.{name}", IsMember) is { } next ? $"{name}.{next}" : null;
        return name;
    }

    private static string? Name(Cursor cursor, string of, Func<char, bool> belongs)
    {
        if (!TakeDot(cursor, of)) return null;
        var name = cursor.TakeWhile(belongs);
        if (name.Length > 0) return name;
        cursor.Fail($"A name is missing after \"${of}.\": letters, digits, hyphens and underscores.");
        return null;
    }

    private static bool TakeDot(Cursor cursor, string of)
    {
        if (cursor.Take(".")) return true;
        cursor.Fail($"\"${of}\" is not a value by itself: a dot and a name must follow it.");
        return false;
    }

    private static bool IsVariable(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';

    /// <summary>What a name needs no quotes for.</summary>
    public static bool IsMember(char c) => IsVariable(c) || c == '-';

    private static bool IsName(char c) => IsMember(c) || c == '.';
}

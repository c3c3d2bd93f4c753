using System.Globalization;
using DirectRoute.Core.Catalogue;
using DirectRoute.Core.Collections;
using Cursor = DirectRoute.Core.Expressions.ExpressionParser.Cursor;

namespace DirectRoute.Core.Expressions;

/// <summary>Reads what follows the dollar of a reference.</summary>
internal static class SourceParser
{
    private static readonly string[] RequestParts = ["body", "header", "querystring", "path"];

    public static Source Parse(Cursor cursor)
    {
        var start = cursor.Position;
        var root = cursor.TakeWhile(IsLetter);
        return root switch
        {
            "request" => Request(cursor),
            "context" => new ContextSource(DottedName(cursor, "context")),
            "stageVariables" => new StageVariableSource(Name(cursor, "stageVariables", IsVariable)),
            _ => throw Cursor.FaultAt(start, UnknownRoot(root)),
        };
    }

    private static string UnknownRoot(string root)
    {
        var hint = root switch
        {
            "input" or "util" or "method" or "integration" => " Templates of API Gateway are not written by hand: $request.body.name stands for $input.path('$.name'), and escaping is done for you.",
            _ => Suggestions.DidYouMean(root, ExpressionParser.Roots),
        };
        return $"\"{root}\" is not a source: a reference begins with $request., $context. or $stageVariables.; a literal dollar is written $$.{hint}";
    }

    private static Source Request(Cursor cursor)
    {
        Dot(cursor, "request");
        var start = cursor.Position;
        var part = cursor.TakeWhile(IsLetter);
        return part switch
        {
            "body" => new BodySource(Path(cursor)),
            "header" => new HeaderSource(Name(cursor, "request.header", IsName)),
            "querystring" => new QuerySource(Name(cursor, "request.querystring", IsName)),
            "path" => new PathSource(Name(cursor, "request.path", IsName)),
            _ => throw Cursor.FaultAt(start, $"A request has body, header, querystring and path, but no \"{part}\".{Meant(part)}"),
        };
    }

    private static string Meant(string part) => part switch
    {
        "query" or "params" or "queryStringParameters" => " Did you mean \"querystring\"?",
        "pathParameters" => " Did you mean \"path\"?",
        _ => Suggestions.DidYouMean(part, RequestParts),
    };

    private static ValueList<PathStep> Path(Cursor cursor)
    {
        var steps = new List<PathStep>();
        while (true)
        {
            if (cursor.Take("[")) steps.Add(Index(cursor));
            else if (cursor.At(".")) steps.Add(new PathStep("." + Name(cursor, "request.body", IsMember)));
            else return steps.ToValueList();
        }
    }

    private static PathStep Index(Cursor cursor)
    {
        var start = cursor.Position;
        var digits = cursor.TakeWhile(char.IsAsciiDigit);
        var valid = int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && cursor.Take("]");
        return valid
            ? new PathStep($"[{index.ToString(CultureInfo.InvariantCulture)}]")
            : throw Cursor.FaultAt(start, "Brackets hold a position in a list, such as [0]; wildcards, filters and quoted names are not supported.");
    }

    private static string DottedName(Cursor cursor, string of)
    {
        var name = Name(cursor, of, IsVariable);
        while (cursor.At(".")) name += "." + Name(cursor, $"{of}.{name}", IsMember);
        return name;
    }

    private static string Name(Cursor cursor, string of, Func<char, bool> belongs)
    {
        Dot(cursor, of);
        var name = cursor.TakeWhile(belongs);
        return name.Length > 0 ? name : throw cursor.Fault($"A name is missing after \"${of}.\": letters, digits, hyphens and underscores.");
    }

    private static void Dot(Cursor cursor, string of)
    {
        if (!cursor.Take(".")) throw cursor.Fault($"\"${of}\" is not a value by itself: a dot and a name must follow it.");
    }

    private static bool IsLetter(char c) => char.IsAsciiLetter(c);

    private static bool IsVariable(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';

    private static bool IsMember(char c) => IsVariable(c) || c == '-';

    private static bool IsName(char c) => IsMember(c) || c == '.';
}

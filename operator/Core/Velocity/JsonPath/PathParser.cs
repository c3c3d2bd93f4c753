using System.Globalization;
using DirectRoute.Core.Velocity.Java;
using DirectRoute.Core.Velocity.Json;

namespace DirectRoute.Core.Velocity.JsonPath;

/// <summary>Reads a JSONPath in the notation of Jayway's library, which API Gateway uses.</summary>
internal sealed class PathParser
{
    private const int MaximumLength = 10_000;
    private const int MaximumDepth = 32;
    private static readonly string[] Operators =
        ["==", "!=", "<=", ">=", "=~", "<", ">", "in", "nin", "contains", "size", "empty", "subsetof", "anyof", "noneof"];

    private readonly string text;
    private int position;
    private int depth;
    private string? fault;

    private PathParser(string text) => this.text = text;

    public static PathParse Parse(string text)
    {
        var path = text.Trim();
        if (path.Length == 0) return new(null, "A JSONPath cannot be empty; '$' is the whole body.");
        if (path.Length > MaximumLength) return new(null, $"The JSONPath is longer than {MaximumLength} characters.");
        if (path[0] is not ('$' or '@')) path = "$." + path;
        var parser = new PathParser(path) { position = 1 };
        var segments = parser.Segments();
        if (parser.fault is null && parser.position < path.Length) parser.Fail("is not understood");
        return parser.fault is null ? new(new Path([.. segments]), null) : new(null, parser.fault);
    }

    private List<PathSegment> Segments()
    {
        var segments = new List<PathSegment>();
        while (fault is null)
        {
            if (Accept(".."))
            {
                segments.Add(new ScanSegment());
                if (Peek() != '[') Dotted(segments);
            }
            else if (Accept("."))
            {
                Dotted(segments);
            }
            else if (Accept("["))
            {
                Bracket(segments);
            }
            else
            {
                break;
            }
        }
        if (fault is null && segments is [.., ScanSegment]) Fail("ends with '..', which needs a name");
        return segments;
    }

    private void Dotted(List<PathSegment> segments)
    {
        if (Accept("*"))
        {
            segments.Add(new WildcardSegment());
            return;
        }
        if (Accept("["))
        {
            Bracket(segments);
            return;
        }
        var start = position;
        while (position < text.Length && !IsEndOfName(text[position])) position++;
        var name = text[start..position];
        if (name.Length == 0)
        {
            Fail("has a dot without a name");
            return;
        }
        if (Accept("("))
        {
            if (!PathFunctions.IsKnown(name) || !Accept(")") || position < text.Length) Fail($"has no function '{name}' that it could end with");
            segments.Add(new FunctionSegment(name));
            return;
        }
        segments.Add(new NameSegment([name]));
    }

    /// <summary>Names in a filter end at its operators too.</summary>
    private bool IsEndOfName(char c) => c is '.' or '[' or '(' || (depth > 0 && (c is ' ' or ')' or '=' or '!' or '<' or '>' or '&' or '|' or ',' or ']'));

    private void Bracket(List<PathSegment> segments)
    {
        SkipSpace();
        switch (Peek())
        {
            case '*':
                position++;
                segments.Add(new WildcardSegment());
                break;
            case '\'' or '"':
                segments.Add(new NameSegment([.. Names()]));
                break;
            case '?':
                position++;
                if (Filtered() is { } filter) segments.Add(new FilterSegment(filter));
                break;
            default:
                Numbers(segments);
                break;
        }
        SkipSpace();
        if (fault is null && !Accept("]")) Fail("has a '[' without its ']'");
    }

    private List<string> Names()
    {
        var names = new List<string>();
        do
        {
            SkipSpace();
            if (Quoted() is not { } name) break;
            names.Add(name);
            SkipSpace();
        }
        while (Accept(","));
        return names;
    }

    private void Numbers(List<PathSegment> segments)
    {
        var end = text.IndexOf(']', position);
        var content = end < 0 ? "" : text[position..end];
        if (content.Contains(':', StringComparison.Ordinal))
        {
            var parts = content.Split(':');
            if (parts.Length == 2 && TryBound(parts[0], out var from) && TryBound(parts[1], out var to))
            {
                position = end;
                segments.Add(new SliceSegment(from, to));
                return;
            }
        }
        var indexes = new List<int>();
        foreach (var part in content.Split(','))
        {
            if (!int.TryParse(part.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var index))
            {
                Fail("has brackets that hold neither a quoted name, a number, '*' nor a filter");
                return;
            }
            indexes.Add(index);
        }
        position = end;
        segments.Add(new IndexSegment([.. indexes]));
    }

    private static bool TryBound(string text, out int? bound)
    {
        bound = null;
        if (text.Trim().Length == 0) return true;
        if (!int.TryParse(text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)) return false;
        bound = value;
        return true;
    }

    private Filter? Filtered()
    {
        SkipSpace();
        if (!Accept("("))
        {
            Fail("has a '?' without '('");
            return null;
        }
        depth++;
        var filter = Or();
        depth--;
        SkipSpace();
        if (fault is null && !Accept(")")) Fail("has a filter without its ')'");
        return fault is null ? filter : null;
    }

    private Filter? Or()
    {
        var left = And();
        while (fault is null && AcceptSpaced("||")) left = And() is { } right && left is not null ? new OrFilter(left, right) : null;
        return left;
    }

    private Filter? And()
    {
        var left = Condition();
        while (fault is null && AcceptSpaced("&&")) left = Condition() is { } right && left is not null ? new AndFilter(left, right) : null;
        return left;
    }

    private Filter? Condition()
    {
        if (++depth > MaximumDepth) Fail("nests too deeply");
        if (fault is not null) return null;
        var condition = AcceptSpaced("!") ? Condition() is { } inner ? new NotFilter(inner) : null
            : AcceptSpaced("(") ? Parenthesized()
            : Comparison();
        depth--;
        return condition;
    }

    private Filter? Parenthesized()
    {
        var inner = Or();
        if (!AcceptSpaced(")")) Fail("has a filter without its ')'");
        return inner;
    }

    private Filter? Comparison()
    {
        if (ReadOperand() is not { } left) return null;
        SkipSpace();
        foreach (var name in Operators)
        {
            var start = position;
            if (!AcceptIgnoringCase(name)) continue;
            if (char.IsAsciiLetter(name[0]) && char.IsAsciiLetterOrDigit(Peek()))
            {
                position = start;
                continue;
            }
            return ReadOperand() is { } right ? new ComparisonFilter(left, name, right) : null;
        }
        return new ExistsFilter(left);
    }

    private Operand? ReadOperand()
    {
        SkipSpace();
        switch (Peek())
        {
            case '@' or '$':
                var fromRoot = text[position++] == '$';
                var segments = Segments();
                return fault is null ? new Operand(new Path([.. segments]), fromRoot, null) : null;
            case '\'' or '"':
                return Quoted() is { } quoted ? new Operand(null, false, quoted) : null;
            case '/':
                return Pattern();
            case '[' or '{':
                return Json();
            default:
                var start = position;
                while (position < text.Length && text[position] is not (' ' or ')' or '=' or '!' or '<' or '>' or '&' or '|' or ',' or ']')) position++;
                return Constant(text[start..position]);
        }
    }

    private Operand? Constant(string word)
    {
        switch (word)
        {
            case "true": return new Operand(null, false, JavaNumbers.Box(true));
            case "false": return new Operand(null, false, JavaNumbers.Box(false));
            case "null": return new Operand(null, false, null);
        }
        if (int.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)) return new Operand(null, false, JavaNumbers.Box(whole));
        if (double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return new Operand(null, false, number);
        Fail($"compares with '{word}', which is neither a path, a number nor a text in quotes");
        return null;
    }

    private Operand? Pattern()
    {
        var end = text.IndexOf('/', position + 1);
        while (end > 0 && text[end - 1] == '\\') end = text.IndexOf('/', end + 1);
        if (end < 0)
        {
            Fail("has a regular expression without its closing '/'");
            return null;
        }
        var pattern = text[(position + 1)..end].Replace("\\/", "/", StringComparison.Ordinal);
        position = end + 1;
        var ignoresCase = Accept("i");
        return new Operand(null, false, ignoresCase ? "(?i)" + pattern : pattern);
    }

    private Operand? Json()
    {
        var end = text.IndexOf(text[position] == '[' ? ']' : '}', position);
        if (end < 0)
        {
            Fail("has a list that is not closed");
            return null;
        }
        var value = JsonSmartReader.Read(text[position..(end + 1)], out var wrong);
        position = end + 1;
        if (wrong is not null) Fail("has a list that is no JSON");
        return new Operand(null, false, value);
    }

    private string? Quoted()
    {
        var quote = Peek();
        if (quote is not ('\'' or '"'))
        {
            Fail("lacks a name in quotes");
            return null;
        }
        var name = new System.Text.StringBuilder();
        for (position++; position < text.Length; position++)
        {
            if (text[position] == '\\' && position + 1 < text.Length) name.Append(text[++position]);
            else if (text[position] == quote)
            {
                position++;
                return name.ToString();
            }
            else name.Append(text[position]);
        }
        Fail("has a quote that is not closed");
        return null;
    }

    private char Peek() => position < text.Length ? text[position] : '\0';

    private bool Accept(string word)
    {
        if (!text.AsSpan(position).StartsWith(word, StringComparison.Ordinal)) return false;
        position += word.Length;
        return true;
    }

    private bool AcceptIgnoringCase(string word)
    {
        if (!text.AsSpan(position).StartsWith(word, StringComparison.OrdinalIgnoreCase)) return false;
        position += word.Length;
        return true;
    }

    private bool AcceptSpaced(string word)
    {
        SkipSpace();
        return Accept(word);
    }

    private void SkipSpace()
    {
        while (Peek() is ' ' or '\t' or '\n' or '\r') position++;
    }

    private void Fail(string why) => fault ??= $"The JSONPath '{(text.Length > 80 ? text[..80] : text)}' {why} (at character {position + 1}).";
}

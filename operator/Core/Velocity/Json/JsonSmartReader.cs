using System.Globalization;
using System.Numerics;
using System.Text;
using DirectRoute.Core.Velocity.Java;
using DirectRoute.Core.Velocity.Runtime;

namespace DirectRoute.Core.Velocity.Json;

/// <summary>
/// Reads JSON as json-smart's permissive parser does, which API Gateway uses: apostrophes as quotes, names and texts without quotes,
/// superfluous commas and anything after the value are taken. Faults are worded as that parser words them.
/// </summary>
internal ref struct JsonSmartReader
{
    private const string ValueStops = ",}";
    private const string ArrayStops = ",]";
    private const char End = '\u001A';

    private readonly string text;
    private int position;
    private char c;
    private string? fault;

    private JsonSmartReader(string text)
    {
        this.text = text;
        position = -1;
        Read();
    }

    /// <summary>The value of a text that begins with a brace, a bracket or a quote; null with a fault otherwise.</summary>
    public static object? Read(string text, out string? fault)
    {
        var reader = new JsonSmartReader(text);
        var value = reader.Value("", 0);
        fault = reader.fault;
        return fault is null ? value : null;
    }

    private void Read()
    {
        position++;
        c = position < text.Length ? text[position] : End;
    }

    private object? Value(string stops, int depth)
    {
        if (depth > RenderLimits.ValueDepth)
        {
            fault ??= $"More than {RenderLimits.ValueDepth} lists and objects nest at position {position}.";
            return null;
        }
        while (c is ' ' or '\t' or '\r' or '\n') Read();
        switch (c)
        {
            case ':' or '}' or ']':
                UnexpectedCharacter(position);
                return null;
            case '{': return Object(depth);
            case '[': return Array(depth);
            case '"' or '\'': return Quoted();
            case '-' or (>= '0' and <= '9'): return Number(stops);
            default:
                return Unquoted(stops) switch
                {
                    "null" => null,
                    "true" => JavaNumbers.Box(true),
                    "false" => JavaNumbers.Box(false),
                    "NaN" => double.NaN,
                    var word => word,
                };
        }
    }

    private JavaList Array(int depth)
    {
        var list = new JavaList(ListKind.JsonArray);
        Read();
        while (fault is null)
        {
            switch (c)
            {
                case ' ' or '\t' or '\r' or '\n' or ',':
                    Read();
                    break;
                case ']':
                    Read();
                    return list;
                case ':' or '}':
                    UnexpectedCharacter(position);
                    break;
                case End when position >= text.Length:
                    UnexpectedEnd(position - 1, "EOF");
                    break;
                default:
                    list.Items.Add(Value(ArrayStops, depth + 1));
                    break;
            }
        }
        return list;
    }

    private JavaMap Object(int depth)
    {
        var map = new JavaMap(0);
        while (fault is null)
        {
            Read();
            switch (c)
            {
                case ' ' or '\t' or '\r' or '\n' or ',':
                    continue;
                case ':' or ']' or '[' or '{':
                    UnexpectedCharacter(position);
                    continue;
                case '}':
                    Read();
                    return map;
            }
            if (!Member(map, depth)) return map;
        }
        return map;
    }

    /// <summary>One member; false when the object ends after it.</summary>
    private bool Member(JavaMap map, int depth)
    {
        var name = c is '"' or '\'' ? Quoted() : Unquoted(":");
        if (fault is not null) return false;
        SkipSpace();
        if (c != ':')
        {
            if (AtEnd) UnexpectedEnd(position - 1, "null");
            else UnexpectedCharacter(position - 1);
            return false;
        }
        Read();
        if (AtEnd)
        {
            UnexpectedEnd(position - 1, "EOF");
            return false;
        }
        map.Put(name, Value(ValueStops, depth + 1));
        if (fault is not null) return false;
        SkipSpace();
        if (c == ',') return true;
        if (c == '}') Read();
        else if (AtEnd) UnexpectedEnd(position - 1, "null");
        else fault ??= $"Unexpected token {c} at position {position - 1}.";
        return false;
    }

    private readonly bool AtEnd => position >= text.Length;

    private string Quoted()
    {
        var quote = c;
        var end = text.IndexOf(quote, position + 1);
        if (end < 0)
        {
            UnexpectedEnd(text.Length, "null");
            return "";
        }
        var plain = text.AsSpan(position + 1, end - position - 1);
        if (!plain.Contains('\\'))
        {
            position = end;
            Read();
            return plain.ToString();
        }
        return Escaped(quote);
    }

    /// <summary>In a text with escapes control characters are left out.</summary>
    private string Escaped(char quote)
    {
        var result = new StringBuilder();
        while (true)
        {
            Read();
            if (AtEnd)
            {
                UnexpectedEnd(position - 1, "null");
                return "";
            }
            if (c == quote)
            {
                Read();
                return result.ToString();
            }
            if (c == '\\')
            {
                Read();
                if (!Escape(result)) return "";
            }
            else if (c is >= ' ' and not '\u007f')
            {
                result.Append(c);
            }
        }
    }

    private bool Escape(StringBuilder result)
    {
        switch (c)
        {
            case 't': result.Append('\t'); break;
            case 'n': result.Append('\n'); break;
            case 'r': result.Append('\r'); break;
            case 'f': result.Append('\f'); break;
            case 'b': result.Append('\b'); break;
            case '\\' or '/' or '\'' or '"': result.Append(c); break;
            case 'u': return Unicode(result, 4);
            case 'x': return Unicode(result, 2);
        }
        return true;
    }

    private bool Unicode(StringBuilder result, int digits)
    {
        var value = 0;
        for (var i = 0; i < digits; i++)
        {
            Read();
            value *= 16;
            if (char.IsAsciiHexDigit(c)) value += Convert.ToInt32(c.ToString(), 16);
            else if (AtEnd) UnexpectedEnd(position, "EOF");
            else fault ??= $"Unexpected unicode escape sequence {c} at position {position}.";
            if (fault is not null) return false;
        }
        result.Append((char)value);
        return true;
    }

    private string Unquoted(string stops)
    {
        var start = position;
        SkipTo(stops);
        return Trimmed(start).ToString();
    }

    /// <summary>What was read, without blanks and control characters around it.</summary>
    private readonly ReadOnlySpan<char> Trimmed(int start)
    {
        var end = position;
        while (start < end && text[start] <= ' ') start++;
        while (end > start && text[end - 1] <= ' ') end--;
        return text.AsSpan(start, end - start);
    }

    private object Number(string stops)
    {
        var start = position;
        Read();
        SkipDigits();
        var whole = c is not ('.' or 'e' or 'E');
        if (c == '.')
        {
            Read();
            SkipDigits();
        }
        var exponentIsWrong = false;
        if (c is 'e' or 'E')
        {
            Read();
            exponentIsWrong = c is not ('+' or '-' or (>= '0' and <= '9'));
            if (!exponentIsWrong)
            {
                Read();
                SkipDigits();
            }
        }
        SkipSpace();
        // Behind a number only characters of ASCII make a text of it; any other begins the next value.
        var isText = exponentIsWrong || (!AtEnd && c < '~' && !stops.Contains(c, StringComparison.Ordinal));
        if (isText) SkipTo(stops);
        var image = Trimmed(start);
        return isText ? image.ToString() : whole ? Whole(image) : Fraction(image);
    }

    private object Whole(ReadOnlySpan<char> image)
    {
        if (int.TryParse(image, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var small)) return JavaNumbers.Box(small);
        if (long.TryParse(image, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var large)) return large;
        if (image is "-") return JavaNumbers.Box(0);
        if (image.Length <= 4096) return BigInteger.Parse(image, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        fault ??= $"The number at position {position} has too many digits.";
        return 0;
    }

    /// <summary>A number with a point or an exponent keeps all of its digits when it has more than 18 characters.</summary>
    private object Fraction(ReadOnlySpan<char> image)
    {
        if (image.Length > 18)
        {
            if (BigDecimal.TryParse(image, out var exact)) return exact;
        }
        else if (double.TryParse(image, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }
        fault ??= $"Unexpected token {image} at position {position}.";
        return 0.0;
    }

    /// <summary>Control characters count as blanks behind a name or a value, though not before one.</summary>
    private void SkipSpace()
    {
        while (c <= ' ' && !AtEnd) Read();
    }

    private void SkipDigits()
    {
        while (char.IsAsciiDigit(c)) Read();
    }

    private void SkipTo(string stops)
    {
        while (!AtEnd && !stops.Contains(c, StringComparison.Ordinal)) Read();
    }

    private void UnexpectedCharacter(int at) => fault ??= $"Unexpected character ({c}) at position {at}.";

    private void UnexpectedEnd(int at, string what) => fault ??= $"Unexpected End Of File position {at}: {what}";
}

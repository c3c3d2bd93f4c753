using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace DirectRoute.Core.Velocity.Java;

/// <summary>Writes a regular expression of Java as one of .NET.</summary>
internal static class JavaPattern
{
    private static readonly SearchValues<char> Operators = SearchValues.Create("\\[](){}.*+?^$|");

    private static readonly Dictionary<string, string> Posix = new(StringComparer.Ordinal)
    {
        ["Lower"] = "a-z",
        ["Upper"] = "A-Z",
        ["ASCII"] = "\\x00-\\x7F",
        ["Alpha"] = "a-zA-Z",
        ["Digit"] = "0-9",
        ["Alnum"] = "a-zA-Z0-9",
        ["Punct"] = "!-/:-@\\[-`{-~",
        ["Graph"] = "!-~",
        ["Print"] = " -~",
        ["Blank"] = " \\t",
        ["Cntrl"] = "\\x00-\\x1F\\x7F",
        ["XDigit"] = "0-9a-fA-F",
        ["Space"] = " \\t\\n\\v\\f\\r",
    };

    /// <summary>The text that the pattern stands for when it has no operators.</summary>
    public static string? AsLiteral(string pattern)
    {
        if (pattern.AsSpan().IndexOfAny(Operators) < 0) return pattern;
        var text = new StringBuilder();
        for (var i = 0; i < pattern.Length; i++)
        {
            var c = pattern[i];
            if (c == '\\')
            {
                if (++i == pattern.Length) return null;
                c = pattern[i] switch
                {
                    'n' => '\n',
                    't' => '\t',
                    'r' => '\r',
                    _ => pattern[i],
                };
                if (char.IsAsciiLetterOrDigit(c)) return null;
            }
            else if (Operators.Contains(c))
            {
                return null;
            }
            text.Append(c);
        }
        return text.ToString();
    }

    /// <summary>The same pattern for .NET, or why there is none.</summary>
    public static string? Translate(string pattern, out string? fault)
    {
        fault = null;
        var result = new StringBuilder(pattern.Length + 16);
        for (var i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '\\':
                    if (!Escape(pattern, ref i, result, inClass: false, out fault)) return null;
                    break;
                case '[':
                    if (!Class(pattern, ref i, result, out fault)) return null;
                    break;
                case '.':
                    result.Append("[^\\n\\r\\u0085\\u2028\\u2029]");
                    break;
                case '+' when i > 0 && pattern[i - 1] is '*' or '+' or '?' or '}' && !IsEscaped(pattern, i - 1):
                    fault = "Possessive quantifiers such as '*+' are not supported here; write '*'.";
                    return null;
                default:
                    result.Append(pattern[i]);
                    break;
            }
        }
        return result.ToString();
    }

    private static bool IsEscaped(string pattern, int at)
    {
        var slashes = 0;
        while (at - slashes > 0 && pattern[at - slashes - 1] == '\\') slashes++;
        return slashes % 2 != 0;
    }

    private static bool Escape(string pattern, ref int i, StringBuilder result, bool inClass, out string? fault)
    {
        fault = null;
        if (++i == pattern.Length)
        {
            fault = "A regular expression cannot end with a backslash.";
            return false;
        }
        var c = pattern[i];
        switch (c)
        {
            case 'd' or 'w' or 's' or 'h':
                var set = c switch { 'd' => "0-9", 'w' => "a-zA-Z0-9_", 's' => " \\t\\n\\v\\f\\r", _ => " \\t\\u00A0\\u1680\\u2000-\\u200A\\u202F\\u205F\\u3000" };
                result.Append(inClass ? set : $"[{set}]");
                return true;
            case 'D' or 'W' or 'S' when !inClass:
                result.Append(c switch { 'D' => "[^0-9]", 'W' => "[^a-zA-Z0-9_]", _ => "[^ \\t\\n\\v\\f\\r]" });
                return true;
            case 'R' when !inClass:
                result.Append("(?:\\r\\n|[\\n\\v\\f\\r\\u0085\\u2028\\u2029])");
                return true;
            case 'Q':
                var end = pattern.IndexOf("\\E", i + 1, StringComparison.Ordinal);
                var quoted = end < 0 ? pattern[(i + 1)..] : pattern[(i + 1)..end];
                foreach (var q in quoted) result.Append(char.IsAsciiLetterOrDigit(q) || q > 127 ? q.ToString() : $"\\x{(int)q:X2}");
                i = end < 0 ? pattern.Length - 1 : end + 1;
                return true;
            case 'E': return true;
            case 'p' or 'P': return Property(pattern, ref i, result, inClass, out fault);
            default:
                result.Append('\\').Append(c);
                return true;
        }
    }

    private static bool Property(string pattern, ref int i, StringBuilder result, bool inClass, out string? fault)
    {
        fault = null;
        var negated = pattern[i] == 'P';
        var end = i + 1 < pattern.Length && pattern[i + 1] == '{' ? pattern.IndexOf('}', i) : -1;
        var name = end > 0 ? pattern[(i + 2)..end] : i + 1 < pattern.Length ? pattern[i + 1].ToString() : "";
        i = end > 0 ? end : i + 1;
        if (name.StartsWith("Is", StringComparison.Ordinal) && name.Length <= 4) name = name[2..];
        if (Posix.TryGetValue(name, out var set))
        {
            if (negated && inClass)
            {
                fault = $"'\\P{{{name}}}' inside of brackets is not supported here.";
                return false;
            }
            result.Append(inClass ? set : negated ? $"[^{set}]" : $"[{set}]");
            return true;
        }
        result.Append(negated ? "\\P{" : "\\p{").Append(name).Append('}');
        return true;
    }

    /// <summary>A class in brackets. Intersections and classes within are Java's own and not supported.</summary>
    private static bool Class(string pattern, ref int i, StringBuilder result, [NotNullWhen(false)] out string? fault)
    {
        fault = null;
        result.Append('[');
        i++;
        if (i < pattern.Length && pattern[i] == '^') result.Append(pattern[i++]);
        for (var first = true; i < pattern.Length; i++, first = false)
        {
            var c = pattern[i];
            if (c == ']' && !first)
            {
                result.Append(']');
                return true;
            }
            if (c == '[' || (c == '&' && i + 1 < pattern.Length && pattern[i + 1] == '&'))
            {
                fault = "Classes within classes and '&&' are not supported here in regular expressions; escape '[' with a backslash when it is meant as such.";
                return false;
            }
            if (c == '\\')
            {
                if (!Escape(pattern, ref i, result, inClass: true, out fault!)) return false;
            }
            else
            {
                result.Append(c == ']' ? "\\]" : c.ToString());
            }
        }
        fault = "A class of the regular expression is not closed with ']'.";
        return false;
    }
}

using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace DirectRoute.Core.Velocity.Java;

/// <summary>The methods of <c>String</c>. What Java throws on ends the rendering; arguments of the wrong type find no method, which is null.</summary>
internal static class StringMethods
{
    public static object? Invoke(string text, string name, object?[] arguments, in Call call)
    {
        if (text.Length > 512 && !call.Spend(text.Length / 512)) return null;
        return arguments.Length switch
        {
            0 => Invoke(text, name, call),
            1 => Invoke(text, name, arguments[0], call),
            2 => Invoke(text, name, arguments[0], arguments[1], call),
            4 when name == "regionMatches" && arguments is [int from, string other, int otherFrom, int length] =>
                JavaNumbers.Box(RegionMatches(text, from, other, otherFrom, length, ignoreCase: false)),
            5 when name == "regionMatches" && arguments is [bool ignore, int from, string other, int otherFrom, int length] =>
                JavaNumbers.Box(RegionMatches(text, from, other, otherFrom, length, ignore)),
            _ => Static(name, arguments, call),
        };
    }

    private static object? Invoke(string text, string name, in Call call) => name switch
    {
        "length" => JavaNumbers.Box(text.Length),
        "isEmpty" => JavaNumbers.Box(text.Length == 0),
        "isBlank" => JavaNumbers.Box(text.All(char.IsWhiteSpace)),
        "toString" or "intern" => text,
        "trim" => text.AsSpan().Trim(Blanks).ToString(),
        "strip" => text.Trim(),
        "stripLeading" => text.TrimStart(),
        "stripTrailing" => text.TrimEnd(),
        "toLowerCase" => call.Made(text.ToLowerInvariant()),
        "toUpperCase" => call.Made(text.ToUpperInvariant().Replace("ß", "SS", StringComparison.Ordinal)),
        "hashCode" => JavaNumbers.Box(JavaEquality.Hash(text, 0)),
        "toCharArray" => Array(text.Select(c => (object?)c), text.Length, call),
        "getBytes" => Array(Encoding.UTF8.GetBytes(text).Select(b => (object?)JavaNumbers.Box((sbyte)b)), text.Length, call),
        _ => null,
    };

    private static object? Invoke(string text, string name, object? argument, in Call call)
    {
        switch (name, argument)
        {
            case ("equals", _): return JavaNumbers.Box(argument is string same && same == text);
            case ("equalsIgnoreCase", null): return JavaNumbers.Box(false);
            case ("equalsIgnoreCase", string other): return JavaNumbers.Box(text.Equals(other, StringComparison.OrdinalIgnoreCase));
            case ("contains", string other): return JavaNumbers.Box(text.Contains(other, StringComparison.Ordinal));
            case ("contentEquals", string other): return JavaNumbers.Box(text == other);
            case ("startsWith", string other): return JavaNumbers.Box(text.StartsWith(other, StringComparison.Ordinal));
            case ("endsWith", string other): return JavaNumbers.Box(text.EndsWith(other, StringComparison.Ordinal));
            case ("indexOf", string other): return JavaNumbers.Box(text.IndexOf(other, StringComparison.Ordinal));
            case ("lastIndexOf", string other): return JavaNumbers.Box(other.Length == 0 ? text.Length : text.LastIndexOf(other, StringComparison.Ordinal));
            case ("indexOf", int or char): return JavaNumbers.Box(CodePoint(argument) is { } sought ? text.IndexOf(sought, StringComparison.Ordinal) : -1);
            case ("lastIndexOf", int or char): return JavaNumbers.Box(CodePoint(argument) is { } last ? text.LastIndexOf(last, StringComparison.Ordinal) : -1);
            case ("concat", string other): return call.Made(text + other);
            case ("compareTo", string other): return JavaNumbers.Box(Compare(text, other));
            case ("compareTo", _): return call.Fail("A text can be compared with another text only (java.lang.ClassCastException).");
            case ("compareToIgnoreCase", string other): return JavaNumbers.Box(Compare(text.ToUpperInvariant().ToLowerInvariant(), other.ToUpperInvariant().ToLowerInvariant()));
            case ("charAt", int index):
                return index >= 0 && index < text.Length ? text[index] : OutOfBounds(text, index, call);
            case ("codePointAt", int index):
                return index >= 0 && index < text.Length ? JavaNumbers.Box(CodePointAt(text, index)) : OutOfBounds(text, index, call);
            case ("substring", int from):
                return from >= 0 && from <= text.Length ? call.Made(text[from..]) : OutOfBounds(text, from, call);
            case ("repeat", int count):
                if (count < 0 || (long)count * text.Length > Runtime.RenderLimits.Output) return call.Fail($"A text cannot be repeated {count} times.");
                return call.Made(new StringBuilder(count * text.Length).Insert(0, text, count).ToString());
            case ("matches", string pattern): return Matching(pattern, call, regex => JavaNumbers.Box(regex.Matches(text)));
            case ("split", string pattern): return Split(text, pattern, 0, call);
            case ("getBytes", string): return Invoke(text, "getBytes", call);
            default: return Static(name, [argument], call);
        }
    }

    private static object? Invoke(string text, string name, object? first, object? second, in Call call)
    {
        switch (name, first, second)
        {
            case ("substring", int from, int to):
                return from >= 0 && to <= text.Length && from <= to ? call.Made(text[from..to]) : call.Fail(
                    $"There is no part from {from} to {to} of a text of {text.Length} characters (java.lang.StringIndexOutOfBoundsException).");
            case ("subSequence", int from, int to): return Invoke(text, "substring", from, to, call);
            case ("replace", string old, string with): return Replace(text, old, with, call);
            case ("replace", char old, char with): return call.Made(text.Replace(old, with));
            case ("replaceAll" or "replaceFirst", string pattern, string with):
                return Matching(pattern, call, regex => regex.Replace(text, with, name == "replaceAll")) is string replaced ? Made(call, replaced) : call.Scope.Error is null
                    ? call.Fail($"'{with}' is no replacement: write \\$ for a dollar sign and \\\\ for a backslash.") : null;
            case ("split", string pattern, int limit): return Split(text, pattern, limit, call);
            case ("startsWith", string other, int from):
                return JavaNumbers.Box(from >= 0 && from <= text.Length && text.AsSpan(from).StartsWith(other, StringComparison.Ordinal));
            case ("indexOf", string other, int from):
                from = Math.Clamp(from, 0, text.Length);
                return JavaNumbers.Box(text.IndexOf(other, from, StringComparison.Ordinal));
            case ("indexOf", int or char, int from):
                from = Math.Clamp(from, 0, text.Length);
                return JavaNumbers.Box(CodePoint(first) is { } sought ? text.IndexOf(sought, from, StringComparison.Ordinal) : -1);
            case ("lastIndexOf", string or int or char, int from):
                var part = first as string ?? CodePoint(first);
                if (from < 0 || part is null) return JavaNumbers.Box(-1);
                var end = (int)Math.Min(text.Length, (long)from + part.Length);
                return JavaNumbers.Box(part.Length == 0 ? end : text.AsSpan(0, end).LastIndexOf(part, StringComparison.Ordinal));
            default: return Static(name, [first, second], call);
        }
    }

    /// <summary>Static methods, which Velocity lets one call on any text.</summary>
    private static object? Static(string name, object?[] arguments, in Call call)
    {
        switch (name, arguments)
        {
            case ("valueOf" or "copyValueOf", [{ } value]): return JavaText.Of(value, call.Scope);
            case ("format", [string format, .. var values]): return JavaFormat.Format(format, values, call);
            case ("join", [string separator, JavaList list]): return Join(separator, list.Items, call);
            case ("join", [string separator, .. var values]): return Join(separator, values, call);
            default: return null;
        }
    }

    private const string Blanks =
        "\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\v\f\r\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f ";

    private static string? Made(in Call call, string text) => call.Made(text);

    private static object? Replace(string text, string old, string with, in Call call)
    {
        if (old.Length > 0) return call.Made(text.Replace(old, with, StringComparison.Ordinal));
        if (with.Length * (text.Length + 1L) > Runtime.RenderLimits.Output) return call.Fail("The text would become too long.");
        var result = new StringBuilder(with);
        foreach (var c in text) result.Append(c).Append(with);
        return call.Made(result.ToString());
    }

    private static JavaList? Split(string text, string pattern, int limit, in Call call)
    {
        if (Matching(pattern, call, regex => regex.Split(text, limit)) is not List<string> parts) return null;
        return Array(parts, parts.Count, call);
    }

    private static JavaList? Array(IEnumerable<object?> items, int count, in Call call)
    {
        if (!call.Spend(count)) return null;
        var list = new JavaList(ListKind.Array, count);
        list.Items.AddRange(items);
        return list;
    }

    private static object? Matching(string pattern, in Call call, Func<JavaRegex, object?> use)
    {
        var regex = call.Scope.Caches.Pattern(pattern);
        if (regex.Fault is { } fault) return call.Fail(fault);
        if (regex.IsCostly && !call.Spend(20_000)) return null;
        try
        {
            return use(regex);
        }
        catch (RegexMatchTimeoutException)
        {
            return call.Fail($"The regular expression '{pattern}' takes too long on this text.");
        }
    }

    private static string? Join(string separator, IEnumerable<object?> values, in Call call)
    {
        var scope = call.Scope;
        return call.Made(string.Join(separator, values.Select(v => v is null ? "null" : JavaText.Of(v, scope))));
    }

    private static int Compare(string a, string b)
    {
        for (var i = 0; i < Math.Min(a.Length, b.Length); i++)
        {
            if (a[i] != b[i]) return a[i] - b[i];
        }
        return a.Length - b.Length;
    }

    private static string? CodePoint(object? value) => value switch
    {
        char c => c.ToString(),
        int i when Rune.IsValid(i) => new Rune(i).ToString(),
        int and >= 0xD800 and <= 0xDFFF => ((char)(int)value).ToString(),
        _ => null,
    };

    private static int CodePointAt(string text, int index) =>
        char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]) ? char.ConvertToUtf32(text[index], text[index + 1]) : text[index];

    private static bool RegionMatches(string text, int from, string other, int otherFrom, int length, bool ignoreCase) =>
        from >= 0 && otherFrom >= 0 && from <= (long)text.Length - length && otherFrom <= (long)other.Length - length
        && (length <= 0 || text.AsSpan(from, length).Equals(other.AsSpan(otherFrom, length), ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal));

    private static object? OutOfBounds(string text, int index, in Call call) => call.Fail(string.Create(
        CultureInfo.InvariantCulture, $"A text of {text.Length} characters has nothing at {index} (java.lang.StringIndexOutOfBoundsException)."));
}

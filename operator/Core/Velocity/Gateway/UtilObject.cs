using System.Globalization;
using System.Text;
using DirectRoute.Core.Velocity.Java;
using DirectRoute.Core.Velocity.Json;
using DirectRoute.Core.Velocity.Runtime;

namespace DirectRoute.Core.Velocity.Gateway;

/// <summary><c>$util</c>: API Gateway's own six functions, and no others.</summary>
internal sealed class UtilObject : IJavaObject
{
    public static readonly UtilObject Instance = new();

    /// <summary>Every function.</summary>
    public static readonly string[] Functions = ["escapeJavaScript", "parseJson", "urlEncode", "urlDecode", "base64Encode", "base64Decode"];

    /// <summary>Half of a surrogate pair becomes a question mark, as in Java.</summary>
    private static readonly Encoding Utf8 = Encoding.GetEncoding("utf-8", new EncoderReplacementFallback("?"), new DecoderReplacementFallback("\uFFFD"));

    public object? Property(string name, RenderScope scope) => null;

    public void SetProperty(string name, object value, RenderScope scope) { }

    public void Print(RenderScope scope) => scope.Output.Append("{}");

    public object? Invoke(string name, object?[] arguments, Call call)
    {
        if (arguments is not [{ } argument] || Array.IndexOf(Functions, name) < 0) return null;
        var text = JavaText.Of(argument, call.Scope);
        if (!call.Spend(1 + (text.Length / 64))) return null;
        return name switch
        {
            "escapeJavaScript" => call.Made(EscapeJavaScript(text)),
            "urlEncode" => call.Made(UrlEncode(text)),
            "urlDecode" => UrlDecode(text) is { } decoded ? call.Made(decoded) : call.Fail("The text holds a '%' that is followed by no two hexadecimal digits (java.lang.IllegalArgumentException)."),
            "base64Encode" => call.Made(Convert.ToBase64String(Utf8.GetBytes(text))),
            "base64Decode" => Base64Decode(text) is { } decoded ? call.Made(decoded) : call.Fail("The text is no base64 (java.lang.IllegalArgumentException)."),
            _ => ParseJson(text, call),
        };
    }

    /// <summary>Escapes as commons-lang does, apostrophes and slashes too; the apostrophe's escape is not JSON's.</summary>
    private static string EscapeJavaScript(string text)
    {
        var at = text.AsSpan().IndexOfAnyExcept(Plain);
        if (at < 0) return text;
        var result = new StringBuilder(text.Length + 16).Append(text, 0, at);
        for (; at < text.Length; at++) AppendEscaped(result, text[at]);
        return result.ToString();
    }

    private static readonly System.Buffers.SearchValues<char> Plain =
        System.Buffers.SearchValues.Create("".PadRight(1) + new string([.. Enumerable.Range(33, 94).Select(i => (char)i).Where(c => c is not ('\'' or '"' or '\\' or '/'))]));

    private static void AppendEscaped(StringBuilder result, char c)
    {
        switch (c)
        {
            case '\b': result.Append("\\b"); break;
            case '\n': result.Append("\\n"); break;
            case '\t': result.Append("\\t"); break;
            case '\f': result.Append("\\f"); break;
            case '\r': result.Append("\\r"); break;
            case '\'' or '"' or '\\' or '/': result.Append('\\').Append(c); break;
            case < ' ' or > '\u007f': result.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture)); break;
            default: result.Append(c); break;
        }
    }

    private static string UrlEncode(string text)
    {
        var result = new StringBuilder(text.Length + 16);
        foreach (var b in Utf8.GetBytes(text))
        {
            if (char.IsAsciiLetterOrDigit((char)b) || b is (byte)'.' or (byte)'-' or (byte)'*' or (byte)'_') result.Append((char)b);
            else if (b == ' ') result.Append('+');
            else result.Append('%').Append(b.ToString("X2", CultureInfo.InvariantCulture));
        }
        return result.ToString();
    }

    private static string? UrlDecode(string text)
    {
        var result = new StringBuilder(text.Length);
        var bytes = new List<byte>();
        for (var i = 0; i < text.Length;)
        {
            if (text[i] != '%')
            {
                result.Append(text[i] == '+' ? ' ' : text[i]);
                i++;
                continue;
            }
            bytes.Clear();
            for (; i < text.Length && text[i] == '%'; i += 3)
            {
                if (i + 3 > text.Length || !byte.TryParse(text.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var b)) return null;
                bytes.Add(b);
            }
            result.Append(Utf8.GetString([.. bytes]));
        }
        return result.ToString();
    }

    private static string? Base64Decode(string text)
    {
        // Java's decoder takes a text whose padding is missing.
        var padded = text.Length % 4 is var rest && rest > 1 && !text.EndsWith('=') ? text.PadRight(text.Length + 4 - rest, '=') : text;
        var bytes = new byte[(padded.Length / 4 * 3) + 3];
        return padded.AsSpan().IndexOfAny(" \t\r\n") < 0 && Convert.TryFromBase64String(padded, bytes, out var length) ? Utf8.GetString(bytes, 0, length) : null;
    }

    private static object? ParseJson(string text, in Call call)
    {
        if (call.Made(text) is null) return null;
        var value = JsonSmartReader.Read(text, out var fault);
        return fault is null ? value : call.Fail($"$util.parseJson was given no JSON: {fault}");
    }
}

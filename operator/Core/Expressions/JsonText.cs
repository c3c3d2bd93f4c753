using System.Buffers;
using System.Globalization;
using System.Text;

namespace DirectRoute.Core.Expressions;

/// <summary>
/// Writes constants into JSON that is also a Velocity template. Quotes, backslashes, dollars, hashes and all that is not printable ASCII become
/// <c>\u</c> escapes, so nothing that a manifest says is ever read as a directive, a reference or an escape of Velocity's.
/// </summary>
internal static class JsonText
{
    private static readonly SearchValues<char> Plain =
        SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(c => (char)c).Where(c => c is not ('"' or '\\' or '$' or '#'))]);

    /// <summary>The inside of a JSON string.</summary>
    public static string Escape(string text)
    {
        if (!text.AsSpan().ContainsAnyExcept(Plain)) return text;
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (Plain.Contains(c)) escaped.Append(c);
            else escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
        }
        return escaped.ToString();
    }

    /// <summary>A JSON string with its quotes.</summary>
    public static string Quote(string text) => $"\"{Escape(text)}\"";

    /// <summary>Whether a text is a number as JSON writes it: <c>-1.5e3</c>, but neither <c>+1</c> nor <c>01</c>.</summary>
    public static bool IsNumber(ReadOnlySpan<char> text)
    {
        if (text is ['-', ..]) text = text[1..];
        var whole = Digits(text);
        if (whole == 0 || (whole > 1 && text[0] == '0')) return false;
        text = text[whole..];
        if (text is ['.', ..])
        {
            var fraction = Digits(text[1..]);
            if (fraction == 0) return false;
            text = text[(fraction + 1)..];
        }
        if (text is not ['e' or 'E', ..]) return text.IsEmpty;
        text = text[1..];
        if (text is ['+' or '-', ..]) text = text[1..];
        return !text.IsEmpty && Digits(text) == text.Length;
    }

    private static int Digits(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExceptInRange('0', '9');
        return end < 0 ? text.Length : end;
    }
}

using System.Globalization;
using System.Text;

namespace DirectRoute.Core.Expressions;

/// <summary>
/// Writes constants into JSON that is also a Velocity template. Quotes, backslashes, dollars, hashes and all that is not printable ASCII become
/// <c>\u</c> escapes, so nothing that a manifest says is ever read as a directive, a reference or an escape of Velocity's.
/// </summary>
internal static class JsonText
{
    /// <summary>The inside of a JSON string.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is >= ' ' and <= '~' and not ('"' or '\\' or '$' or '#')) escaped.Append(c);
            else escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
        }
        return escaped.ToString();
    }

    /// <summary>A JSON string with its quotes.</summary>
    public static string Quote(string text) => $"\"{Escape(text)}\"";
}

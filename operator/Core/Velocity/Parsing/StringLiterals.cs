using System.Globalization;

namespace DirectRoute.Core.Velocity.Parsing;

/// <summary>The escapes inside of string literals.</summary>
internal static class StringLiterals
{
    /// <summary>Replaces <c>\uXXXX</c>; a backslash before anything else stays.</summary>
    public static string Unescape(string text)
    {
        var found = text.IndexOf("\\u", StringComparison.Ordinal);
        if (found < 0) return text;
        var result = new System.Text.StringBuilder(text.Length);
        var done = 0;
        while (found >= 0)
        {
            result.Append(text, done, found - done);
            if (found + 6 <= text.Length && ushort.TryParse(text.AsSpan(found + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                result.Append((char)code);
                done = found + 6;
            }
            else
            {
                result.Append("\\u");
                done = found + 2;
            }
            found = text.IndexOf("\\u", done, StringComparison.Ordinal);
        }
        return result.Append(text, done, text.Length - done).ToString();
    }

    /// <summary>A doubled quote stands for one.</summary>
    public static string ReplaceQuotes(string text, char quote) => quote == '"'
        ? text.Replace("\"\"", "\"", StringComparison.Ordinal)
        : text.Replace("''", "'", StringComparison.Ordinal);
}

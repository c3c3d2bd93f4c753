using System.Globalization;
using System.Text;

namespace DirectRoute.Core.Planning.Printing;

/// <summary>Text that stays on its line: what comes from AWS or a manifest must not break out of it, nor steer a terminal.</summary>
internal static class Printable
{
    /// <summary>The text with line breaks, control and formatting characters as <c>\n</c>, <c>\t</c> or <c>\u001b</c>.</summary>
    public static string Of(string text) => text.Any(IsUnsafe) ? Escape(text) : text;

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            if (!IsUnsafe(c)) escaped.Append(c);
            else escaped.Append(c switch { '\n' => "\\n", '\r' => "\\r", '\t' => "\\t", _ => $"\\u{(int)c:x4}" });
        }
        return escaped.ToString();
    }

    // Format: what turns the direction of writing, or has no width. A lone surrogate is no character at all.
    private static bool IsUnsafe(char c) =>
        char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}

using System.Globalization;
using System.Text.Json;

namespace DirectRoute.Core.Gateway;

/// <summary>Reads JSON that anyone may have written.</summary>
internal static class BoundedJson
{
    private static readonly JsonDocumentOptions Limits = new() { MaxDepth = 256 };

    /// <summary>The value; null when the text is no JSON, nests too deep, or escapes half a surrogate pair, which no text can hold.</summary>
    public static JsonElement? Parse(string text)
    {
        try
        {
            return HalvesSurrogates(text) ? null : JsonElement.Parse(text, Limits);
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            return null;
        }
    }

    private static bool HalvesSurrogates(ReadOnlySpan<char> text)
    {
        var high = false;
        for (var at = text.IndexOf('\\'); at >= 0 && at + 1 < text.Length;)
        {
            var unit = text[at + 1] == 'u' && at + 6 <= text.Length ? Unit(text.Slice(at + 2, 4)) : '\0';
            if (high != char.IsLowSurrogate(unit)) return true;
            high = char.IsHighSurrogate(unit);
            at += unit == '\0' ? 2 : 6;
            var next = at < text.Length ? text[at..].IndexOf('\\') : -1;
            if (high && next != 0) return true;
            at = next < 0 ? -1 : at + next;
        }
        return high;
    }

    private static char Unit(ReadOnlySpan<char> digits) =>
        ushort.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit) ? (char)unit : '\0';
}

using System.Text;

namespace DirectRoute.Cli.Output;

/// <summary>Keeps what a file says from steering the terminal that shows it.</summary>
internal static class ControlCharacters
{
    /// <summary>The text on one line, with control characters as <c>\u001b</c>.</summary>
    public static string Escape(string text)
    {
        if (!text.Any(IsHarmful)) return text;
        var safe = new StringBuilder(text.Length + 16);
        foreach (var c in text) _ = IsHarmful(c) ? safe.Append($"\\u{(int)c:x4}") : safe.Append(c);
        return safe.ToString();
    }

    /// <summary>Also what turns the direction of text, so that it reads as it is.</summary>
    private static bool IsHarmful(char c) => (char.IsControl(c) && c != '\t') || c is >= '\u202a' and <= '\u202e' or >= '\u2066' and <= '\u2069';
}

using System.Text.RegularExpressions;

namespace DirectRoute.Cli.Output;

/// <summary>Reasons in words, for tools that list rules.</summary>
internal static partial class ReasonTexts
{
    /// <summary><c>UnknownField</c> as <c>Unknown field</c>.</summary>
    public static string Describe(string reason)
    {
        var words = WordStart().Replace(reason, " $1").Trim();
        return words.Length == 0 ? reason : words[0] + words[1..].ToLowerInvariant();
    }

    [GeneratedRegex("([A-Z][a-z]*)")]
    private static partial Regex WordStart();
}

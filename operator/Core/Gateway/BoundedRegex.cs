using System.Text.RegularExpressions;

namespace DirectRoute.Core.Gateway;

/// <summary>A regular expression of someone else's. Matching takes time in the length of the text alone where the expression allows it, and ends in any case.</summary>
internal sealed class BoundedRegex
{
    // Only for expressions that need backtracking. A busy machine must not make a match fail, so that it is long.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);
    private readonly Regex? regex;

    private BoundedRegex(Regex? regex) => this.regex = regex;

    /// <summary>The expression; one that cannot be read matches nothing.</summary>
    public static BoundedRegex Of(string pattern) => new(New(pattern, RegexOptions.NonBacktracking, Regex.InfiniteMatchTimeout) ?? New(pattern, RegexOptions.None, Limit));

    /// <summary>Whether the text holds a match. One that takes too long is none.</summary>
    public bool IsMatch(string text)
    {
        try
        {
            return regex?.IsMatch(text) ?? false;
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    private static Regex? New(string pattern, RegexOptions options, TimeSpan limit)
    {
        try
        {
            return new Regex(pattern, options | RegexOptions.CultureInvariant, limit);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}

using System.Text;
using System.Text.RegularExpressions;

namespace DirectRoute.Core.Velocity.Java;

/// <summary>
/// A regular expression of Java. A pattern without operators is compared as text; others run in time that grows with the input alone,
/// and the few that cannot (look-around, back references) end after a second.
/// </summary>
internal sealed class JavaRegex
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private const int MaximumLength = 4096;

    private readonly string? literal;
    private readonly Regex? regex;
    private readonly Regex? whole;

    private JavaRegex(string? literal, Regex? regex, Regex? whole, string? fault, bool isCostly) =>
        (this.literal, this.regex, this.whole, Fault, IsCostly) = (literal, regex, whole, fault, isCostly);

    /// <summary>Why the pattern is none; null when it is one.</summary>
    public string? Fault { get; }

    /// <summary>Whether a match may take long.</summary>
    public bool IsCostly { get; }

    public static JavaRegex Compile(string pattern)
    {
        if (pattern.Length > MaximumLength) return Wrong($"The regular expression is longer than {MaximumLength} characters.");
        if (JavaPattern.AsLiteral(pattern) is { } text) return new(text, null, null, null, false);
        if (JavaPattern.Translate(pattern, out var fault) is not { } translated) return Wrong(fault!);
        try
        {
            return Of(translated, RegexOptions.NonBacktracking, Regex.InfiniteMatchTimeout);
        }
        catch (NotSupportedException)
        {
            return Backtracking(pattern, translated);
        }
        catch (ArgumentException e)
        {
            return Wrong($"'{pattern}' is no regular expression: {e.Message}");
        }
    }

    /// <summary>Whether all of the text matches.</summary>
    /// <exception cref="RegexMatchTimeoutException">It takes too long.</exception>
    public bool Matches(string text) => literal is not null ? text == literal : whole!.IsMatch(text);

    /// <summary>Replaces the first match, or every one, by Java's rules for <c>$1</c> and backslashes. Null when the replacement is wrong.</summary>
    /// <exception cref="RegexMatchTimeoutException">It takes too long.</exception>
    public string? Replace(string text, string replacement, bool all)
    {
        if (literal is { Length: > 0 } && replacement.AsSpan().IndexOfAny('$', '\\') < 0)
        {
            if (all) return text.Replace(literal, replacement, StringComparison.Ordinal);
            var at = text.IndexOf(literal, StringComparison.Ordinal);
            return at < 0 ? text : string.Concat(text.AsSpan(0, at), replacement, text.AsSpan(at + literal.Length));
        }
        var result = new StringBuilder();
        var done = 0;
        foreach (var match in AllMatches(text))
        {
            result.Append(text, done, match.Index - done);
            if (!AppendReplacement(result, replacement, match)) return null;
            done = match.Index + match.Length;
            if (!all || result.Length > Runtime.RenderLimits.Output) break;
        }
        return result.Append(text, done, text.Length - done).ToString();
    }

    /// <summary>The parts between the matches, as <c>String.split</c> gives them.</summary>
    /// <exception cref="RegexMatchTimeoutException">It takes too long.</exception>
    public List<string> Split(string text, int limit)
    {
        var parts = new List<string>();
        var done = 0;
        foreach (var match in AllMatches(text))
        {
            if (limit > 0 && parts.Count == limit - 1) break;
            if (match.Length == 0 && match.Index >= text.Length) break;
            if (match.Index == 0 && match.Length == 0) continue;
            parts.Add(text[done..match.Index]);
            done = match.Index + match.Length;
        }
        if (done == 0 && parts.Count == 0) return [text];
        parts.Add(text[done..]);
        if (limit == 0) while (parts.Count > 0 && parts[^1].Length == 0) parts.RemoveAt(parts.Count - 1);
        return parts;
    }

    private static JavaRegex Backtracking(string pattern, string translated)
    {
        try
        {
            return Of(translated, RegexOptions.None, Patience);
        }
        catch (ArgumentException e)
        {
            return Wrong($"'{pattern}' is no regular expression: {e.Message}");
        }
    }

    private static JavaRegex Of(string pattern, RegexOptions options, TimeSpan patience) => new(
        null,
        new Regex(pattern, options | RegexOptions.CultureInvariant, patience),
        new Regex($@"\A(?:{pattern})\z", options | RegexOptions.CultureInvariant, patience),
        null,
        options != RegexOptions.NonBacktracking);

    private static JavaRegex Wrong(string fault) => new(null, null, null, fault, false);

    private IEnumerable<Match> AllMatches(string text)
    {
        // A literal is matched by its escaped form here: the replacement may refer to the whole match.
        var pattern = regex ?? new Regex(Regex.Escape(literal!), RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
        for (var match = pattern.Match(text); match.Success; match = match.NextMatch()) yield return match;
    }

    private static bool AppendReplacement(StringBuilder result, string replacement, Match match)
    {
        for (var i = 0; i < replacement.Length; i++)
        {
            if (replacement[i] == '\\')
            {
                if (++i == replacement.Length) return false;
                result.Append(replacement[i]);
            }
            else if (replacement[i] != '$')
            {
                result.Append(replacement[i]);
            }
            else if (i + 1 < replacement.Length && replacement[i + 1] == '{')
            {
                var end = replacement.IndexOf('}', i);
                if (end < 0 || !match.Groups.ContainsKey(replacement[(i + 2)..end])) return false;
                result.Append(match.Groups[replacement[(i + 2)..end]].ValueSpan);
                i = end;
            }
            else
            {
                if (i + 1 >= replacement.Length || !char.IsAsciiDigit(replacement[i + 1])) return false;
                var group = replacement[++i] - '0';
                if (group >= match.Groups.Count) return false;
                while (i + 1 < replacement.Length && char.IsAsciiDigit(replacement[i + 1]) && (group * 10) + replacement[i + 1] - '0' < match.Groups.Count)
                {
                    group = (group * 10) + replacement[++i] - '0';
                }
                result.Append(match.Groups[group].ValueSpan);
            }
        }
        return true;
    }
}

namespace DirectRoute.Core.Catalogue;

/// <summary>Guesses what somebody meant to write.</summary>
internal static class Suggestions
{
    /// <summary>Longer texts are nobody's slip of the pen; comparing them would only cost.</summary>
    private const int MaxLength = 64;

    /// <summary><c> Did you mean "x"?</c>, or nothing when no candidate is near.</summary>
    public static string DidYouMean(string written, IEnumerable<string> candidates) =>
        Nearest(written, candidates) is { } near ? $" Did you mean \"{near}\"?" : "";

    /// <summary>The candidate that differs only by case, or by a third of its letters at most.</summary>
    public static string? Nearest(string written, IEnumerable<string> candidates)
    {
        if (written.Length > MaxLength) return null;
        return candidates
            .Select(c => (Candidate: c, Distance: Distance(written.ToUpperInvariant(), c.ToUpperInvariant())))
            .Where(c => c.Distance <= Math.Max(1, c.Candidate.Length / 3))
            .OrderBy(c => c.Distance).ThenBy(c => c.Candidate, StringComparer.Ordinal)
            .Select(c => c.Candidate).FirstOrDefault();
    }

    /// <summary>The edit distance of Levenshtein.</summary>
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.Length];
    }
}

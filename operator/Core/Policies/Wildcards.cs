namespace DirectRoute.Core.Policies;

/// <summary>
/// Wildcards as IAM reads them: <c>*</c> is any number of characters, <c>?</c> is one. Actions have no case. In an ARN, a wildcard stays within its
/// part between two colons, but for a <c>*</c> that ends its part, which may reach beyond, and for the last part, which may hold colons itself.
/// </summary>
public static class Wildcards
{
    private const int LastPart = 5;

    /// <summary>Whether a pattern such as <c>sqs:Send*</c> matches an action.</summary>
    public static bool MatchesAction(string pattern, string action) => Reads(Folded(pattern), Folded(action), isArn: false, isPattern: false);

    /// <summary>Whether a pattern such as <c>orders-*</c> matches a text, whose case counts.</summary>
    public static bool MatchesText(string pattern, string text) => Reads(pattern, text, isArn: false, isPattern: false);

    /// <summary>Whether a pattern such as <c>arn:aws:sqs:*:123456789012:orders-*</c> matches an ARN.</summary>
    public static bool MatchesResource(string pattern, string arn) => Reads(pattern, arn, isArn: true, isPattern: false);

    /// <summary>
    /// Whether a pattern matches all that <paramref name="inner"/>, a pattern itself, matches. It errs on the side of no: <c>*?</c> and <c>?*</c> are
    /// not seen to be the same.
    /// </summary>
    public static bool CoversAction(string pattern, string inner) => Reads(Folded(pattern), Folded(inner), isArn: false, isPattern: true);

    /// <summary>
    /// Whether a pattern matches every ARN that <paramref name="inner"/>, a pattern itself, matches. It errs on the side of no. A policy variable
    /// (<c>${aws:PrincipalTag/team}</c>) may become any text.
    /// </summary>
    public static bool CoversResource(string pattern, string inner) => Reads(pattern, WithoutVariables(inner), isArn: true, isPattern: true);

    /// <summary>Follows all readings of the pattern at once, so that no input takes longer than the product of the two lengths.</summary>
    private static bool Reads(string pattern, string text, bool isArn, bool isPattern)
    {
        if (!MayMatch(pattern, text)) return false;
        var (own, other) = (Reach(pattern, isArn), Reach(text, isArn));
        var places = new bool[pattern.Length + 1];
        places[0] = true;
        SkipStars(pattern, places);
        for (var i = 0; i < text.Length; i++)
        {
            var symbol = new Symbol(text[i], isPattern, text[i] == ':' || (isPattern && IsWildcard(text[i]) && other[i]));
            if (!Step(pattern, own, places, symbol)) return false;
        }
        return places[pattern.Length];
    }

    /// <summary>Most patterns differ before their first wildcard: no need to follow them.</summary>
    private static bool MayMatch(string pattern, string text)
    {
        var literal = pattern.AsSpan().IndexOfAny('*', '?');
        return literal < 0 ? pattern == text : text.AsSpan().StartsWith(pattern.AsSpan(0, literal), StringComparison.Ordinal);
    }

    /// <summary>Moves every reading over one symbol; false when none is left.</summary>
    private static bool Step(string pattern, bool[] reach, bool[] places, Symbol symbol)
    {
        var isAlive = false;
        // From the end, since what is written to the next place must not be read again.
        for (var j = pattern.Length; j >= 0; j--)
        {
            var isHere = places[j];
            places[j] = isHere && j < pattern.Length && pattern[j] == '*' && symbol.FitsWildcard(reach[j]);
            isAlive |= places[j];
            if (!isHere || j == pattern.Length || pattern[j] == '*') continue;
            if (!(pattern[j] == '?' ? symbol.IsOne && symbol.FitsWildcard(reach[j]) : symbol.IsLiteral(pattern[j]))) continue;
            places[j + 1] = isAlive = true;
        }
        SkipStars(pattern, places);
        return isAlive;
    }

    /// <summary>A star may stand for nothing.</summary>
    private static void SkipStars(string pattern, bool[] places)
    {
        for (var j = 0; j < pattern.Length; j++) places[j + 1] |= places[j] && pattern[j] == '*';
    }

    /// <summary>Which wildcards of a pattern may stand for a colon.</summary>
    private static bool[] Reach(string pattern, bool isArn)
    {
        var reach = new bool[pattern.Length];
        var part = pattern.Count(c => c == ':');
        var endsPart = true;
        for (var i = pattern.Length - 1; i >= 0; i--)
        {
            if (pattern[i] == ':') part--;
            reach[i] = !isArn || part >= LastPart || (pattern[i] == '*' && endsPart);
            endsPart = pattern[i] == ':' || (endsPart && pattern[i] == '*');
        }
        return reach;
    }

    private static bool IsWildcard(char c) => c is '*' or '?';

    private static string Folded(string action) => action.ToLowerInvariant();

    private static string WithoutVariables(string resource)
    {
        while (resource.IndexOf("${", StringComparison.Ordinal) is var start and >= 0)
        {
            var end = resource.IndexOf('}', start);
            resource = $"{resource.AsSpan(0, start)}*{(end < 0 ? "" : resource.AsSpan(end + 1))}";
        }
        return resource;
    }

    /// <summary>One character of the text, or what a wildcard of the text stands for.</summary>
    private readonly record struct Symbol(char Character, bool IsPattern, bool MayBeColon)
    {
        /// <summary>Whether it is exactly one character.</summary>
        public bool IsOne => !(IsPattern && Character == '*');

        public bool IsLiteral(char expected) => Character == expected && !(IsPattern && IsWildcard(Character));

        public bool FitsWildcard(bool reachesColons) => reachesColons || !MayBeColon;
    }
}

using System.Collections.Frozen;

namespace DirectRoute.Core.Policies.Evaluation.Conditions;

/// <summary>How an operator compares.</summary>
/// <param name="Matches">Whether a value of the condition matches one of the request.</param>
/// <param name="IsNegated">Whether what does not match is what fits.</param>
internal sealed record Comparison(Func<PolicyText, string, ContextKeys, bool> Matches, bool IsNegated = false)
{
    private static readonly Comparison Equal = WithVariables((expected, given) => expected == given);
    private static readonly Comparison EqualWithoutCase = WithVariables((expected, given) => expected.Equals(given, StringComparison.OrdinalIgnoreCase));
    private static readonly Comparison Like = new((expected, given, context) => expected.Pattern(context) is { } pattern && Wildcards.MatchesText(pattern, LiteralText.Of(given)));
    private static readonly Comparison Arn = new((expected, given, context) => expected.Pattern(context) is { } pattern && Wildcards.MatchesResource(pattern, LiteralText.Of(given)));
    private static readonly Comparison Boolean = Fixed((expected, given) => expected.Equals(given, StringComparison.OrdinalIgnoreCase));
    private static readonly Comparison Binary = Fixed((expected, given) => expected == given);
    private static readonly Comparison Address = Fixed(AddressRange.Contains);

    private static readonly FrozenDictionary<string, Comparison> Known = new Dictionary<string, Comparison>
    {
        ["StringEquals"] = Equal,
        ["StringNotEquals"] = Equal.Negated,
        ["StringEqualsIgnoreCase"] = EqualWithoutCase,
        ["StringNotEqualsIgnoreCase"] = EqualWithoutCase.Negated,
        ["StringLike"] = Like,
        ["StringNotLike"] = Like.Negated,
        ["NumericEquals"] = Number(order => order == 0),
        ["NumericNotEquals"] = Number(order => order == 0).Negated,
        ["NumericLessThan"] = Number(order => order < 0),
        ["NumericLessThanEquals"] = Number(order => order <= 0),
        ["NumericGreaterThan"] = Number(order => order > 0),
        ["NumericGreaterThanEquals"] = Number(order => order >= 0),
        ["DateEquals"] = Date(order => order == 0),
        ["DateNotEquals"] = Date(order => order == 0).Negated,
        ["DateLessThan"] = Date(order => order < 0),
        ["DateLessThanEquals"] = Date(order => order <= 0),
        ["DateGreaterThan"] = Date(order => order > 0),
        ["DateGreaterThanEquals"] = Date(order => order >= 0),
        ["Bool"] = Boolean,
        ["BinaryEquals"] = Binary,
        ["IpAddress"] = Address,
        ["NotIpAddress"] = Address.Negated,
        // AWS: the two behave alike.
        ["ArnEquals"] = Arn,
        ["ArnLike"] = Arn,
        ["ArnNotEquals"] = Arn.Negated,
        ["ArnNotLike"] = Arn.Negated,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The comparison of an operator, whose name has no case; null when there is none.</summary>
    public static Comparison? Find(string name) => Known.GetValueOrDefault(name);

    private Comparison Negated => this with { IsNegated = true };

    private static Comparison WithVariables(Func<string, string, bool> matches) =>
        new((expected, given, context) => expected.Text(context) is { } text && matches(text, given));

    /// <summary>A comparison whose values AWS does not look through for variables.</summary>
    private static Comparison Fixed(Func<string, string, bool> matches) => new((expected, given, _) => matches(expected.Source, given));

    private static Comparison Number(Func<int, bool> fits) => Ordered(ConditionValues.Number, fits);

    private static Comparison Date(Func<int, bool> fits) => Ordered(ConditionValues.Date, fits);

    /// <summary>The request's value before, at or behind that of the condition; what cannot be read matches nothing.</summary>
    private static Comparison Ordered<T>(Func<string, T?> read, Func<int, bool> fits) where T : struct, IComparable<T> =>
        Fixed((expected, given) => read(expected) is { } bound && read(given) is { } value && fits(value.CompareTo(bound)));
}

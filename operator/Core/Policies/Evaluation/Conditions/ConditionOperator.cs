namespace DirectRoute.Core.Policies.Evaluation.Conditions;

/// <summary>A condition operator with what stands before and after it: <c>ForAnyValue:StringLikeIfExists</c>.</summary>
/// <param name="Name">As it was written.</param>
/// <param name="Comparison">How two values are compared; null for <c>Null</c>, which compares nothing.</param>
/// <param name="Set">Which of a key's values must fit.</param>
/// <param name="IfExists">Whether a key that is not there is as good as one that fits.</param>
internal sealed record ConditionOperator(string Name, Comparison? Comparison, SetOperator Set, bool IfExists)
{
    private const string Suffix = "IfExists";
    private const string Absence = "Null";

    /// <summary>The operator, or null when IAM has none of this name.</summary>
    public static ConditionOperator? Parse(string name)
    {
        var set = name.StartsWith("ForAllValues:", StringComparison.OrdinalIgnoreCase) ? SetOperator.ForAllValues
            : name.StartsWith("ForAnyValue:", StringComparison.OrdinalIgnoreCase) ? SetOperator.ForAnyValue
            : SetOperator.None;
        var rest = set == SetOperator.None ? name : name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..];
        if (rest.Equals(Absence, StringComparison.OrdinalIgnoreCase)) return new(name, null, set, false);
        var ifExists = rest.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase);
        return Comparison.Find(ifExists ? rest[..^Suffix.Length] : rest) is { } comparison ? new(name, comparison, set, ifExists) : null;
    }

    /// <summary>Whether it only asks whether the key is there.</summary>
    public bool AsksForAbsence => Comparison is null;

    /// <summary>Whether a value fits that none of the condition's values matches.</summary>
    public bool IsNegated => Comparison is { IsNegated: true };

    /// <summary>Whether all values of the key must fit; else one is enough.</summary>
    public bool WantsAll => Set == SetOperator.ForAllValues || (Set == SetOperator.None && IsNegated);

    /// <summary>Whether a request without the key meets it.</summary>
    public bool IsMetWithoutKey => IfExists || WantsAll;

    /// <summary>Whether a value of the condition matches one of the request.</summary>
    public bool Compares(PolicyText expected, string given, ContextKeys context) => Comparison is { } comparison && comparison.Matches(expected, given, context);
}

/// <summary>Which values of a key with many must fit.</summary>
internal enum SetOperator
{
    /// <summary>The key has one value.</summary>
    None,

    /// <summary>Every one.</summary>
    ForAllValues,

    /// <summary>At least one.</summary>
    ForAnyValue,
}

using DirectRoute.Core.Collections;

namespace DirectRoute.Core.Policies.Evaluation.Conditions;

/// <summary>An operator, a key, and the values that it is compared with: one line of a condition block.</summary>
internal sealed record Condition(ConditionOperator Operator, string Key, ValueList<PolicyText> Values)
{
    /// <summary>Whether a request meets it.</summary>
    public bool IsMet(ContextKeys context)
    {
        var given = context.All(Key);
        if (Operator.AsksForAbsence) return Values.Any(v => bool.TryParse(v.Source, out var absent) && absent == (given.Count == 0));
        if (given.Count == 0) return Operator.IsMetWithoutKey;
        return Operator.WantsAll ? given.All(Fits) : given.Any(Fits);

        bool Fits(string value) => Operator.IsNegated != Values.Any(v => Operator.Compares(v, value, context));
    }

    /// <inheritdoc />
    public override string ToString() => $"{Operator.Name} {Key} {PolicyWords.List(Values.Select(v => v.Source).ToValueList(), isNot: false)}";
}

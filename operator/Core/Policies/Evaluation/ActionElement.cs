using DirectRoute.Core.Collections;

namespace DirectRoute.Core.Policies.Evaluation;

/// <summary><c>Action</c> or <c>NotAction</c>.</summary>
/// <param name="Patterns">Such as <c>sqs:Send*</c>.</param>
/// <param name="IsNot">Whether all others are meant.</param>
internal sealed record ActionElement(ValueList<string> Patterns, bool IsNot)
{
    public bool Matches(string action) => IsNot != Patterns.Any(pattern => Wildcards.MatchesAction(pattern, action));

    /// <inheritdoc />
    public override string ToString() => PolicyWords.List(Patterns, IsNot);
}

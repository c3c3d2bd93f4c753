using DirectRoute.Core.Collections;
using DirectRoute.Core.Manifests;

namespace DirectRoute.Core.Policies.Evaluation;

/// <summary><c>Resource</c> or <c>NotResource</c>.</summary>
/// <param name="Patterns">Patterns of ARNs, which may hold policy variables.</param>
/// <param name="IsNot">Whether all others are meant.</param>
internal sealed record ResourceElement(ValueList<PolicyText> Patterns, bool IsNot)
{
    /// <summary>
    /// Whether a statement is about a resource. Of a resource that nobody knows, statements that allow are taken to be about it, and those that deny only
    /// when they are about everything: what is not known must not refuse a call that AWS may well make.
    /// </summary>
    public bool Matches(string? resource, ContextKeys context, PolicyEffect effect)
    {
        if (resource is null) return effect == PolicyEffect.Allow || (!IsNot && Patterns.Any(p => p.Source == "*"));
        var literal = LiteralText.Of(resource);
        return IsNot != Patterns.Any(p => p.Pattern(context) is { } pattern && Wildcards.MatchesResource(pattern, literal));
    }

    /// <inheritdoc />
    public override string ToString() => PolicyWords.List(Patterns.Select(p => p.Source).ToValueList(), IsNot);
}

using DirectRoute.Core.Collections;

namespace DirectRoute.Core.Policies.Evaluation;

/// <summary><c>Principal</c> or <c>NotPrincipal</c>.</summary>
/// <param name="Names">The names by kind: <c>AWS</c>, <c>Service</c>, <c>Federated</c>, <c>CanonicalUser</c>. <c>"*"</c> alone is that of <c>AWS</c>.</param>
/// <param name="IsNot">Whether all others are meant.</param>
internal sealed record PrincipalElement(ValueMap<ValueList<string>> Names, bool IsNot)
{
    private const string Anyone = "*";

    /// <summary>How a principal is meant. Nobody is left out of <c>NotPrincipal</c> by the name of the account alone.</summary>
    public PrincipalMatch Match(AccessPrincipal principal)
    {
        var match = Named(principal);
        return !IsNot ? match : match == PrincipalMatch.Itself ? PrincipalMatch.None : PrincipalMatch.Itself;
    }

    private PrincipalMatch Named(AccessPrincipal principal)
    {
        var aws = Of(PrincipalKind.AWS);
        if (aws.Contains(Anyone)) return PrincipalMatch.Itself;
        var own = Of(principal.Kind);
        if (own.Contains(Anyone) || own.Any(principal.Names.Contains)) return PrincipalMatch.Itself;
        return aws.Any(principal.IsOfAccount) ? PrincipalMatch.Account : PrincipalMatch.None;
    }

    private ValueList<string> Of(PrincipalKind kind) => Names.TryGetValue(kind.ToString(), out var names) ? names : [];

    /// <inheritdoc />
    public override string ToString() => PolicyWords.List(Names.SelectMany(kind => kind.Value.Select(name => $"{kind.Key} {name}")).ToValueList(), IsNot);
}

/// <summary>How a statement means a principal.</summary>
internal enum PrincipalMatch
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>By its account, whose own policies decide then.</summary>
    Account,

    /// <summary>By its name, or as anyone.</summary>
    Itself,
}

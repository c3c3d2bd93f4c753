using DirectRoute.Core.Manifests;
using DirectRoute.Core.Policies.Evaluation.Conditions;

namespace DirectRoute.Core.Policies.Evaluation;

/// <summary>A statement held against a request, part by part.</summary>
/// <param name="Source">Which statement it is.</param>
/// <param name="Statement">The statement.</param>
/// <param name="Principal">How it means who asks; policies of identities mean who has them.</param>
/// <param name="Action">Whether it is about the action.</param>
/// <param name="Resource">Whether it is about the resource.</param>
/// <param name="Unmet">The first condition that is not met; null when all are.</param>
internal sealed record StatementMatch(DecidingStatement Source, IamStatement Statement, PrincipalMatch Principal, bool Action, bool Resource, Condition? Unmet)
{
    /// <summary>Whether the statement is about the request.</summary>
    public bool Applies => Principal != PrincipalMatch.None && Action && Resource && Unmet is null;

    /// <summary>Whether it allows the request, unless another statement denies it.</summary>
    public bool Allows => Applies && Statement.Effect == PolicyEffect.Allow;

    /// <summary>Whether it denies the request.</summary>
    public bool Denies => Applies && Statement.Effect == PolicyEffect.Deny;

    public static StatementMatch Of(IamPolicy policy, IamStatement statement, AccessRequest request)
    {
        Condition? unmet = null;
        foreach (var condition in statement.Conditions) unmet ??= condition.IsMet(request.Context) ? null : condition;
        return new(
            new DecidingStatement(policy.Name, statement.Number, statement.Sid),
            statement,
            statement.Principals?.Match(request.Principal) ?? PrincipalMatch.Itself,
            statement.Actions.Matches(request.Action),
            statement.Resources?.Matches(request.Resource, request.Context, statement.Effect) ?? true,
            unmet);
    }
}

using DirectRoute.Core.Collections;

namespace DirectRoute.Core.Policies.Evaluation;

/// <summary>
/// Decides a request as IAM does. A statement that denies wins over all that allow. Within one account it is enough that a policy of the identity or one of
/// the resource allows; between two accounts both must, as long as the resource's policy is there to be looked at. A permissions boundary must allow, too.
/// Policies of organizations and of sessions are not looked at.
/// </summary>
internal static class PolicyEvaluator
{
    public static AccessDecision Evaluate(AccessRules rules, AccessRequest request)
    {
        var identity = Matches(rules.Identity, request);
        var boundary = rules.Boundary is { } bound ? Matches([bound], request) : [];
        var resource = rules.Resource is { } own ? Matches([own], request) : [];
        if (identity.Concat(boundary).Concat(resource).FirstOrDefault(m => m.Denies) is { } denial)
            return new(AccessVerdict.ExplicitDeny, denial.Source, $"{denial.Source} denies {Words(request)}");
        if (rules.Boundary is { } limit && !boundary.Exists(m => m.Allows))
            return new(AccessVerdict.ImplicitDeny, null, $"the permissions boundary does not allow it: {NearestMiss.Words([limit], boundary, request)}") { IsBoundary = true };
        return Deciding(rules, identity, resource, request) is { } allowing
            ? new(AccessVerdict.Allowed, allowing.Source, $"{allowing.Source} allows {Words(request)}")
            : new(AccessVerdict.ImplicitDeny, null, NearestMiss.Words(Asked(rules), [.. identity, .. resource], request));
    }

    private static StatementMatch? Deciding(AccessRules rules, List<StatementMatch> identity, List<StatementMatch> resource, AccessRequest request)
    {
        var own = identity.Find(m => m.Allows);
        if (rules.Resource is null) return own;
        if (IsAcrossAccounts(request)) return resource.Exists(m => m.Allows) ? own : null;
        // To allow the account is to leave it to the account's own policies.
        return own ?? resource.Find(m => m.Allows && m.Principal == PrincipalMatch.Itself);
    }

    private static bool IsAcrossAccounts(AccessRequest request) =>
        request.Principal.AccountId is { } principal && PolicyWords.AccountOf(request.Resource) is { } resource && principal != resource;

    private static ValueList<IamPolicy> Asked(AccessRules rules) => rules.Resource is { } resource ? [.. rules.Identity, resource] : rules.Identity;

    private static List<StatementMatch> Matches(ValueList<IamPolicy> policies, AccessRequest request) =>
        [.. policies.SelectMany(p => p.Statements.Select(s => StatementMatch.Of(p, s, request)))];

    private static string Words(AccessRequest request) => request.Resource is { } resource
        ? $"{request.Action} on {resource}"
        : $"{request.Action} on some resource; which one the call concerns is not known";
}

using DirectRoute.Core.Collections;
using DirectRoute.Core.Manifests;

namespace DirectRoute.Core.Policies.Evaluation;

/// <summary>Says why no statement allows a request: what is missing, and the statement that lacks least.</summary>
internal static class NearestMiss
{
    public static string Words(ValueList<IamPolicy> policies, List<StatementMatch> matches, AccessRequest request)
    {
        var missing = $"no statement allows {request.Action}{(request.Resource is null ? "" : $" on {request.Resource}")}";
        var near = matches.Where(m => m.Statement.Effect == PolicyEffect.Allow && !m.Allows).OrderByDescending(Nearness).FirstOrDefault();
        string?[] parts = [missing, near is null ? null : Near(near, request), .. policies.Where(p => p.Fault is not null).Select(p => $"{p.Name} cannot be read: {p.Fault}")];
        return policies.Count == 0 ? $"{missing}: there is no policy at all" : string.Join("; ", parts.OfType<string>());
    }

    /// <summary>What is wrong last is what a person changes first.</summary>
    private static int Nearness(StatementMatch match) => (match.Action ? 8 : 0) + (match.Principal != PrincipalMatch.None ? 4 : 0) + (match.Resource ? 2 : 0) + (match.Unmet is null ? 1 : 0);

    private static string? Near(StatementMatch match, AccessRequest request)
    {
        if (!match.Action) return match.Resource && match.Principal != PrincipalMatch.None ? $"{match.Source} allows {match.Statement.Actions} there" : null;
        if (match.Principal == PrincipalMatch.None) return $"{match.Source} allows it to {match.Statement.Principals}, not to {request.Principal}";
        if (!match.Resource) return $"{match.Source} allows it on {match.Statement.Resources}";
        if (match.Unmet is { } condition) return $"{match.Source} allows it only if {condition}; {Given(condition.Key, request.Context.All(condition.Key))}";
        return $"{match.Source} leaves it to the account's own policies, or one of the two accounts does not allow it";
    }

    private static string Given(string key, ValueList<string> values) =>
        values.Count == 0 ? $"the request has no {key}" : $"the request's is {PolicyWords.List(values, isNot: false)}";
}

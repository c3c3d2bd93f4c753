using DirectRoute.Core.Collections;
using DirectRoute.Core.Model;
using DirectRoute.Core.Planning;

namespace DirectRoute.Core.Policies;

/// <summary>
/// The one form of all policies that mean the same, be they a role's, its trust or an API's. Lists are sets; a <c>Sid</c> is a label. Statements that
/// agree in all but actions and resources say together which pairs of them they mean, however the pairs are spread over them. What is not looked
/// through: a wildcard that covers another element, and principals that are spread over statements.
/// </summary>
internal static class CanonicalPolicy
{
    /// <summary>The canonical form of a policy.</summary>
    public static PolicyModel Of(PolicyModel policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return new()
        {
            Statements = policy.Statements.Select(Of).GroupBy(WithoutNames).SelectMany(Regrouped).OrderBy(PolicyDocument.Write, StringComparer.Ordinal).ToValueList(),
        };
    }

    /// <summary>The canonical form of a statement by itself.</summary>
    public static StatementModel Of(StatementModel statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        var canonical = statement with
        {
            Sid = null,
            Actions = JsonSets.Ordered(statement.Actions.Select(a => a.ToLowerInvariant())),
            Resources = JsonSets.Ordered(statement.Resources),
            Condition = statement.Condition is null ? null : CanonicalCondition.Of(statement.Condition),
        };
        return CanonicalElements.In(canonical);
    }

    /// <summary>What the first policy says and the second does not, pair by pair: nothing both ways when they mean the same.</summary>
    /// <param name="policy">In canonical form.</param>
    /// <param name="other">In canonical form.</param>
    public static ValueList<StatementModel> Except(PolicyModel policy, PolicyModel other)
    {
        // In canonical form, an action has one statement among those that are alike.
        var known = other.Statements.SelectMany(s => Names(s.Actions), (s, action) => (Key: (WithoutNames(s), action), s.Resources)).ToDictionary(p => p.Key, p => p.Resources);
        var rest = policy.Statements.SelectMany(s => Names(s.Actions)
            .GroupBy(action => known.TryGetValue((WithoutNames(s), action), out var resources) ? resources : (ValueList<string>?)null)
            .Where(g => g.Key is not { } resources || s.Resources.Except(resources).Any())
            .Select(g => s with { Actions = Actions(g), Resources = s.Resources.Except(g.Key ?? []).ToValueList() }));
        return Of(new PolicyModel { Statements = rest.ToValueList() }).Statements;
    }

    /// <summary>All of a statement but which actions and resources it names; whether it names any stays.</summary>
    private static StatementModel WithoutNames(StatementModel statement) =>
        statement with { Actions = statement.Actions.Count == 0 ? [] : ["*"], Resources = statement.Resources.Count == 0 ? [] : ["*"] };

    /// <summary>
    /// Statements that differ in actions and resources only, as one for each set of resources: the actions that have it. Pairs are never spelled out,
    /// since a short policy can mean a million.
    /// </summary>
    private static IEnumerable<StatementModel> Regrouped(IGrouping<StatementModel, StatementModel> alike)
    {
        var statements = alike.Distinct().ToList();
        return statements
            .SelectMany((s, index) => Names(s.Actions).Select(action => (Action: action, Index: index)))
            .GroupBy(p => p.Action, p => p.Index)
            .GroupBy(g => g.ToValueList(), g => g.Key)
            .GroupBy(g => JsonSets.Ordered(g.Key.SelectMany(index => statements[index].Resources)))
            .Select(g => alike.Key with { Actions = Actions(g.SelectMany(actions => actions)), Resources = g.Key });
    }

    /// <summary>The actions, or the empty text for a statement that names none.</summary>
    private static IEnumerable<string> Names(ValueList<string> actions) => actions.DefaultIfEmpty("");

    private static ValueList<string> Actions(IEnumerable<string> names) => JsonSets.Ordered(names.Where(n => n.Length > 0));
}

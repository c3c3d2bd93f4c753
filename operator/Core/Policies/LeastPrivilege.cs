using DirectRoute.Core.Collections;
using DirectRoute.Core.Compile;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;
using DirectRoute.Core.Planning;

namespace DirectRoute.Core.Policies;

/// <summary>From permissions to few and short statements that say just them: no pair of action and resource is added, and no wildcard invented.</summary>
public static class LeastPrivilege
{
    /// <summary>
    /// The statements, in ordinal order; the order of the permissions does not matter. Permissions that share neither action nor resource with others are
    /// looked at apart, each such island in the shorter of two forms: resources with the same actions together, or actions with the same resources.
    /// </summary>
    public static ValueList<StatementModel> Statements(IEnumerable<Permission> permissions)
    {
        var sorted = permissions.Distinct().OrderBy(p => p.Action, StringComparer.Ordinal).ThenBy(p => p.Resource, StringComparer.Ordinal).ToList();
        return Islands.Of(sorted).SelectMany(Shortest)
            .OrderBy(s => s.Actions[0], StringComparer.Ordinal).ThenBy(s => s.Resources[0], StringComparer.Ordinal).ThenBy(s => s.Actions.Count)
            .ToValueList();
    }

    private static List<StatementModel> Shortest(IReadOnlyList<Permission> island)
    {
        var byResource = Grouped(island, p => p.Resource, p => p.Action).Select(g => Allow(g.Values, g.Keys)).ToList();
        if (byResource.Count == 1) return byResource;
        var byAction = Grouped(island, p => p.Action, p => p.Resource).Select(g => Allow(g.Keys, g.Values)).ToList();
        return Length(byAction) < Length(byResource) ? byAction : byResource;
    }

    /// <summary>The keys that have the same values, together.</summary>
    private static IEnumerable<(ValueList<string> Keys, ValueList<string> Values)> Grouped(
        IReadOnlyList<Permission> island, Func<Permission, string> key, Func<Permission, string> value) => island
        .GroupBy(key, StringComparer.Ordinal)
        .GroupBy(g => g.Select(value).Order(StringComparer.Ordinal).ToValueList(), g => g.Key)
        .Select(g => (g.Order(StringComparer.Ordinal).ToValueList(), g.Key));

    private static StatementModel Allow(ValueList<string> actions, ValueList<string> resources) =>
        new() { Effect = PolicyEffect.Allow, Actions = actions, Resources = resources };

    private static int Length(List<StatementModel> statements) => statements.Sum(s => PolicyDocument.Write(s).Length + 1);
}

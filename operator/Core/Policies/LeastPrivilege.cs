using DirectRoute.Core.Collections;
using DirectRoute.Core.Compile;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Policies;

/// <summary>From permissions to the fewest statements that say just them.</summary>
public static class LeastPrivilege
{
    /// <summary>One statement for each set of resources that have the same actions, in ordinal order; the order of the permissions does not matter.</summary>
    public static ValueList<StatementModel> Statements(IEnumerable<Permission> permissions) => permissions
        .Distinct()
        .GroupBy(p => p.Resource, StringComparer.Ordinal)
        .Select(byResource => (Resource: byResource.Key, Actions: byResource.Select(p => p.Action).Order(StringComparer.Ordinal).ToValueList()))
        .GroupBy(r => r.Actions)
        .Select(byActions => new StatementModel
        {
            Effect = PolicyEffect.Allow,
            Actions = byActions.Key,
            Resources = byActions.Select(r => r.Resource).Order(StringComparer.Ordinal).ToValueList(),
        })
        .OrderBy(s => s.Actions[0], StringComparer.Ordinal).ThenBy(s => s.Resources[0], StringComparer.Ordinal)
        .ToValueList();
}

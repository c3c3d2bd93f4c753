using DirectRoute.Core.Collections;
using DirectRoute.Core.Compile;
using DirectRoute.Core.Manifests;

namespace DirectRoute.Core.Policies;

/// <summary>
/// What the grants of an account let one namespace have called. Grants add up: a permission is covered when one of them means the namespace, matches the
/// action and matches the resource; for a route without authorization, only those count that do not say <c>public: false</c>.
/// </summary>
public sealed class Guardrails
{
    private readonly List<PermissionGrant>? grants;

    private Guardrails(List<PermissionGrant>? grants) => this.grants = grants;

    /// <summary>The guardrails of a namespace with these labels. An account without grants has none.</summary>
    public static Guardrails Of(AccountFacts account, string ns, IReadOnlyDictionary<string, string> labels) => new(
        account.Grants?.Where(g => g is not null && NamespaceSelectors.Allows(g.Namespaces, NamespacesFrom.All, ownNamespace: null, ns, labels)).ToList());

    /// <summary>Whether the namespace may have routes that anyone can call.</summary>
    public bool AllowPublic => grants is null || grants.Exists(IsPublic);

    /// <summary>The permissions that no grant covers, in their order. Actions and resources may be patterns.</summary>
    /// <param name="isPublic">Whether anyone can make the call, since its route has no authorization.</param>
    public ValueList<Permission> Missing(IEnumerable<Permission> permissions, bool isPublic)
    {
        if (grants is null) return [];
        var usable = isPublic ? grants.FindAll(IsPublic) : grants;
        // Each action and resource is matched once, though a statement pairs a hundred with a hundred.
        var byAction = new Dictionary<string, HashSet<PermissionGrant>>(StringComparer.Ordinal);
        var byResource = new Dictionary<string, HashSet<PermissionGrant>>(StringComparer.Ordinal);
        return permissions.Distinct().Where(p => !Grants(byAction, p.Action, OfAction).Overlaps(Grants(byResource, p.Resource, OfResource))).ToValueList();

        IEnumerable<PermissionGrant> OfAction(string action) => usable.Where(g => Any(g.Actions, pattern => Wildcards.CoversAction(pattern, action)));

        IEnumerable<PermissionGrant> OfResource(string resource) => usable.Where(g => Any(g.Resources, pattern => Wildcards.CoversResource(pattern, resource)));
    }

    private static HashSet<PermissionGrant> Grants(
        Dictionary<string, HashSet<PermissionGrant>> known, string text, Func<string, IEnumerable<PermissionGrant>> find) =>
        known.TryGetValue(text, out var grants) ? grants : known[text] = new(find(text), ReferenceEqualityComparer.Instance);

    private static bool IsPublic(PermissionGrant grant) => grant.Public is not false;

    private static bool Any(IReadOnlyList<string>? patterns, Func<string, bool> covers) => patterns?.Any(p => p is not null && covers(p)) is true;
}

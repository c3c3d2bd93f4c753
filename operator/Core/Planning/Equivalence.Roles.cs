using DirectRoute.Core.Collections;
using DirectRoute.Core.Model;
using DirectRoute.Core.Policies;

namespace DirectRoute.Core.Planning;

public static partial class Equivalence
{
    /// <summary>The normal form of a role.</summary>
    public static RoleModel Normalize(RoleModel role)
    {
        ArgumentNullException.ThrowIfNull(role);
        return role with
        {
            Description = NullIfEmpty(role.Description),
            PermissionsBoundary = NullIfEmpty(role.PermissionsBoundary),
            Tags = WithoutAwsTags(role.Tags),
            TrustPolicy = CanonicalPolicy.Of(role.TrustPolicy),
            InlinePolicies = role.InlinePolicies.Select(p => KeyValuePair.Create(p.Key, CanonicalPolicy.Of(p.Value))).ToValueMap(),
            ManagedPolicyArns = Ordered(role.ManagedPolicyArns),
        };
    }

    private static ValueList<string> Ordered(IEnumerable<string> values) =>
        values.Distinct(StringComparer.Ordinal).OrderBy(v => v, StringComparer.Ordinal).ToValueList();
}

using DirectRoute.Cli.Compile;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Model;
using DirectRoute.Local.Publishing;

namespace DirectRoute.Cli.Serving;

/// <summary>The roles that compiled manifests bring along.</summary>
internal static class PublishedRoles
{
    /// <summary>The roles of the APIs, and those of IntegrationRoles that are not somebody else's.</summary>
    public static IReadOnlyList<PublishedRole> Of(CompiledSet set)
    {
        var own = set.Apis.Where(a => a.Compilation.Role is not null).Select(a => new PublishedRole(ArnOf(a), a.Compilation.Role!));
        var declared = set.Roles.Where(r => r.Compilation is { Model: not null, Arn: not null }).Select(r => new PublishedRole(r.Compilation.Arn!, r.Compilation.Model!));
        return [.. own.Concat(declared).DistinctBy(r => r.Arn, StringComparer.Ordinal)];
    }

    /// <summary>All roles of now and before; one of both allows what either did, for some routes are still those from before.</summary>
    public static IReadOnlyList<PublishedRole> United(IReadOnlyList<PublishedRole> now, IReadOnlyList<PublishedRole> former)
    {
        var before = former.ToDictionary(r => r.Arn, StringComparer.Ordinal);
        return [.. now.Select(r => before.TryGetValue(r.Arn, out var old) ? r with { Model = United(r.Model, old.Model) } : r), .. former.ExceptBy(now.Select(r => r.Arn), r => r.Arn)];
    }

    private static RoleModel United(RoleModel now, RoleModel former) => now with
    {
        InlinePolicies = now.InlinePolicies.Concat(former.InlinePolicies).GroupBy(p => p.Key, p => p.Value, StringComparer.Ordinal)
            .Select(g => KeyValuePair.Create(g.Key, new PolicyModel { Statements = g.SelectMany(p => p.Statements).Distinct().ToValueList() })).ToValueMap(),
    };

    private static string ArnOf(CompiledApi api)
    {
        var (account, role) = (api.Account.Facts, api.Compilation.Role!);
        return $"arn:{account.Partition}:iam::{account.AccountId}:role{role.Path}{role.Name}";
    }
}

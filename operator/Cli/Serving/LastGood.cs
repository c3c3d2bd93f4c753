using DirectRoute.Cli.Compile;
using DirectRoute.Cli.Findings;
using DirectRoute.Cli.Lint;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Model;
using DirectRoute.Local.Publishing;

namespace DirectRoute.Cli.Serving;

/// <summary>
/// From compiled manifests to what is served: whatever is good, and of what is broken the last version that was good. The rules are the operator's: a
/// mistaken route keeps what its method and path served before, a mistaken API keeps all of it, and as long as something cannot be read, nothing that is
/// not found is taken for deleted.
/// </summary>
internal static class LastGood
{
    /// <param name="former">What is served now.</param>
    /// <param name="result">The manifests as they are now.</param>
    public static PublishedSet Next(PublishedSet former, LintResult result)
    {
        var isWhole = IsWhole(result);
        var before = former.Apis.ToDictionary(a => a.Key, StringComparer.Ordinal);
        var apis = result.Compiled.Apis.Select(a => Next(before.GetValueOrDefault(a.Manifest.Key), a, isWhole)).OfType<PublishedApi>().ToList();
        var keys = result.Compiled.Apis.Select(a => a.Manifest.Key).ToHashSet(StringComparer.Ordinal);
        if (!isWhole) apis.AddRange(former.Apis.Where(a => !keys.Contains(a.Key)));
        var roles = PublishedRoles.Of(result.Compiled);
        return new PublishedSet { Apis = apis, Roles = isWhole && apis.All(a => IsNew(a, result)) ? roles : PublishedRoles.United(roles, former.Roles) };
    }

    /// <summary>Whether every document could be read as far as to know whose it is.</summary>
    private static bool IsWhole(LintResult result) =>
        !result.Findings.Any(f => f is { Severity: FindingSeverity.Error, Resource: null or { Name: "" } })
        && result.Manifests.Apis.All(a => a.Spec is not null) && result.Manifests.Routes.All(r => r.Spec is not null);

    private static PublishedApi? Next(PublishedApi? former, CompiledApi api, bool isWhole)
    {
        // Without its account, nobody knows where the API was to be.
        var isLost = api.Account.Manifest is { Spec: null } && former is not null;
        if (isLost || api.Compilation.Api is not { } model) return former;
        if (former is null || former.Model.Protocol != model.Protocol) return new(api.Manifest.Key, model);
        return new(api.Manifest.Key, With(model, former.Model, key => !isWhole || api.Compilation.HeldRoutes.Contains(key)));
    }

    /// <summary>A model with those former routes that are held, and all that they refer to.</summary>
    private static ApiModel With(ApiModel model, ApiModel former, Func<string, bool> isHeld)
    {
        var keys = model.Routes.Select(r => r.Key).ToHashSet(StringComparer.Ordinal);
        var held = former.Routes.Where(r => !keys.Contains(r.Key) && isHeld(r.Key)).ToList();
        return held.Count == 0 ? model : model with
        {
            Routes = model.Routes.Concat(held).OrderBy(r => r.Path, StringComparer.Ordinal).ThenBy(r => r.Method).ToValueList(),
            Models = United(model.Models, former.Models, m => m.Name),
            RequestValidators = United(model.RequestValidators, former.RequestValidators, v => v.Name),
            Authorizers = United(model.Authorizers, former.Authorizers, a => a.Name),
        };
    }

    private static ValueList<T> United<T>(ValueList<T> now, ValueList<T> former, Func<T, string> name) =>
        now.Concat(former).DistinctBy(name, StringComparer.Ordinal).OrderBy(name, StringComparer.Ordinal).ToValueList();

    /// <summary>Whether nothing of an API is from before.</summary>
    private static bool IsNew(PublishedApi api, LintResult result) =>
        result.Compiled.Apis.Any(a => a.Manifest.Key == api.Key && a.Compilation.Api == api.Model);
}

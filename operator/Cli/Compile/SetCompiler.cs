using DirectRoute.Cli.Accounts;
using DirectRoute.Cli.Findings;
using DirectRoute.Cli.Manifests;
using DirectRoute.Core.Catalogue;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Compile;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;

namespace DirectRoute.Cli.Compile;

/// <summary>Compiles all APIs and roles of the input as the operator would, each with what the others give it.</summary>
internal sealed class SetCompiler
{
    private readonly ManifestSet manifests;
    private readonly AccountResolver accounts;
    private readonly DiagnosticFindings diagnostics;
    private readonly string cluster;
    private readonly bool skipsTests;
    private readonly ValueMap<RoleFacts> roles;

    private SetCompiler(ManifestSet manifests, AccountOptions options, FindingBag findings, bool skipsTests)
    {
        (this.manifests, cluster, this.skipsTests) = (manifests, options.ClusterName, skipsTests);
        accounts = new AccountResolver(manifests, options);
        diagnostics = new DiagnosticFindings(manifests, findings);
        roles = manifests.Roles.Where(r => r.Spec is not null).Select(r => KeyValuePair.Create(r.Key, FactsOf(r))).ToValueMap();
    }

    public static CompiledSet Compile(ManifestSet manifests, AccountOptions options, FindingBag findings, bool skipsTests = false) =>
        new SetCompiler(manifests, options, findings, skipsTests).Compile();

    private CompiledSet Compile()
    {
        foreach (var account in manifests.Accounts.Where(a => a.Spec is not null)) diagnostics.Add(account, AccountRules.Check(account.Spec!));
        var routes = manifests.Routes.Where(r => r.Spec is not null).ToLookup(AccountResolver.KeyOfApi, StringComparer.Ordinal);
        foreach (var orphan in manifests.Routes.Where(r => r.Spec is not null)) CheckApi(orphan);
        List<CompiledApi> apis = [.. manifests.Apis.Where(a => a.Spec is not null).Select(a => CompileApi(a, [.. routes[a.Key]]))];
        List<CompiledRole> compiled = [.. manifests.Roles.Where(r => r.Spec is not null).Select(r => new CompiledRole(r, CompileRole(r, Requests(r, apis))))];
        foreach (var role in compiled) diagnostics.Add(role.Manifest, role.Compilation.Diagnostics);
        return new CompiledSet { Apis = apis, Roles = compiled, Accounts = accounts.Known };
    }

    private void CheckApi(Manifest<DirectRouteSpec> route)
    {
        var key = AccountResolver.KeyOfApi(route);
        if (manifests.Apis.Any(a => a.Key == key && a.Spec is not null)) return;
        if (manifests.Find("DirectApi", key) is not null)
            diagnostics.Add(route, FindingSeverity.Note, Reasons.RefNotReady, "spec.apiRef.name", $"The DirectApi {key} has errors, so the route was not compiled.");
        else
            diagnostics.Add(route, FindingSeverity.Error, Reasons.RefNotFound, "spec.apiRef.name",
                $"The input has no DirectApi {key}, so the route was not compiled. Give its file, too, or correct the name.{Suggestions.DidYouMean(key, manifests.KeysOf("DirectApi"))}");
    }

    private CompiledApi CompileApi(Manifest<DirectApiSpec> api, List<Manifest<DirectRouteSpec>> routes)
    {
        var account = accounts.Of(api.Spec!.AccountRef);
        CheckNamespace(api, account);
        var input = new ApiInput
        {
            Owner = OwnerOf(api),
            Spec = api.Spec,
            Account = account.Facts,
            Routes = routes.Select(InputOf).ToValueList(),
            Roles = roles,
        };
        var compilation = ApiCompiler.Compile(input);
        diagnostics.Add(api, compilation.Diagnostics);
        foreach (var route in compilation.Routes) diagnostics.Add(manifests.Find("DirectRoute", route.Input.Id)!, route.Diagnostics);
        return new CompiledApi(api, account, input, compilation);
    }

    private RouteInput InputOf(Manifest<DirectRouteSpec> route) => new()
    {
        Namespace = route.Namespace,
        Name = route.Id.Name,
        Uid = route.Key,
        CreationTimestamp = route.CreationTimestamp,
        Spec = skipsTests ? route.Spec! with { Tests = null } : route.Spec!,
        NamespaceLabels = manifests.LabelsOf(route.Namespace),
    };

    /// <summary>The ARN is known before any route is: it does not depend on the permissions.</summary>
    private RoleFacts FactsOf(Manifest<IntegrationRoleSpec> role) => new()
    {
        Arn = CompileRole(role, []).Arn,
        AccountName = role.Spec!.AccountRef?.Name ?? AccountResolver.DefaultName,
    };

    private RoleCompilation CompileRole(Manifest<IntegrationRoleSpec> role, ValueList<RoleRequest> requests) => RoleCompiler.Compile(new RoleInput
    {
        Owner = OwnerOf(role),
        Spec = role.Spec!,
        Account = accounts.Of(role.Spec!.AccountRef).Facts,
        Requests = requests,
    });

    private static ValueList<RoleRequest> Requests(Manifest<IntegrationRoleSpec> role, List<CompiledApi> apis) => apis
        .SelectMany(api => api.Compilation.Routes.Where(r => RoleOf(r.Input, api) == role.Key))
        .Where(r => r.Permissions.Count > 0)
        .Select(r => new RoleRequest(r.Input.Id, r.Permissions))
        .OrderBy(r => r.RouteId, StringComparer.Ordinal).ToValueList();

    /// <summary>The <c>namespace/name</c> of the IntegrationRole that a route uses; null for its API's own role.</summary>
    private static string? RoleOf(RouteInput route, CompiledApi api) =>
        route.Spec.RoleRef is { } own ? $"{route.Namespace}/{own.Name}"
        : api.Manifest.Spec!.RoleRef is { } ofApi ? $"{api.Manifest.Namespace}/{ofApi.Name}"
        : null;

    private Owner OwnerOf(Manifest manifest) => new(cluster, manifest.Id.Kind, manifest.Namespace, manifest.Id.Name);

    private void CheckNamespace(Manifest<DirectApiSpec> api, KnownAccount account)
    {
        if (account.Manifest?.Spec is not { } spec) return;
        if (NamespaceSelectors.Allows(spec.Namespaces, NamespacesFrom.All, ownNamespace: null, api.Namespace, manifests.LabelsOf(api.Namespace))) return;
        diagnostics.Add(api, FindingSeverity.Error, FindingReasons.NotAllowedByAccount, "spec.accountRef",
            $"The AwsAccount {account.Facts.Name} does not allow the namespace {api.Namespace}: its spec.namespaces would have to.{diagnostics.UnknownLabels(api.Namespace, spec.Namespaces)}");
    }
}

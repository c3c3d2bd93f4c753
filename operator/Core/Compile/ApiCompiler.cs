using DirectRoute.Core.Collections;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Compile;

/// <summary>
/// From an API's manifests to what is to be in AWS. Pure and total: equal input gives equal output in whatever order the routes come, and no input,
/// however mistaken, makes it throw. A bad route gets diagnostics; its siblings ship.
/// </summary>
public static class ApiCompiler
{
    private const int RestResourceQuota = 300;
    private const int HttpRouteQuota = 300;

    /// <summary>Compiles an API with its routes and their shared role.</summary>
    public static ApiCompilation Compile(ApiInput input)
    {
        var diagnostics = new DiagnosticBag();
        var region = input.Spec.Region ?? input.Account.Region ?? "";
        var stages = StageRules.Compile(input.Spec, diagnostics);
        var role = RoleCompiler.OfApi(input);
        var api = new ApiScope(input, region, stages, role.Arn);
        var tags = ApiRules.Check(input, region, diagnostics);
        var parts = ApiParts.Read(input.Spec, diagnostics);

        var drafts = input.Routes.Where(r => r is not null).Select(r => RouteCompiler.Compile(r, api)).ToList();
        RouteTestCheck.Run(drafts, draft => parts.Apply(Model(input, region, tags, stages, [draft]), [draft.Checks]));
        var accepted = Settle(drafts, api.Protocol);
        WarnOfQuota(accepted, api.Protocol, diagnostics);
        var shared = SharedRole(drafts, accepted, role, diagnostics);
        var rejected = diagnostics.HasErrors;
        return new ApiCompilation
        {
            Api = rejected ? null : parts.Apply(Model(input, region, tags, stages, accepted), accepted.Select(d => d.Checks)),
            Role = rejected ? null : shared,
            Routes = drafts.OrderBy(d => d.Input.Id, StringComparer.Ordinal).ThenBy(d => d.Input.Uid, StringComparer.Ordinal)
                .Select(d => Result(d, accepted, rejected, api)).ToValueList(),
            Diagnostics = diagnostics.Items,
            HeldRoutes = Held(drafts, accepted, parts.HasPreflights),
        };
    }

    /// <summary>Gives out methods and paths by seniority. A route that waits keeps its claim; one that is rejected has none.</summary>
    private static HashSet<RouteDraft> Settle(List<RouteDraft> drafts, ApiProtocol protocol)
    {
        var claims = new RouteClaims(protocol);
        var accepted = new HashSet<RouteDraft>(ReferenceEqualityComparer.Instance);
        drafts.Sort((a, b) => RouteClaims.Seniority(a.Input, b.Input));
        foreach (var draft in drafts.Where(d => !d.Diagnostics.HasErrors))
        {
            if (claims.TryTake(draft.Input.Id, draft.Method!.Value, draft.Path!, draft.Diagnostics) && draft.Model is not null) accepted.Add(draft);
        }
        return accepted;
    }

    private static RouteCompilation Result(RouteDraft draft, HashSet<RouteDraft> accepted, bool rejected, ApiScope api)
    {
        if (rejected) draft.Diagnostics.WaitFor(Reasons.RefNotReady, "spec.apiRef", $"The DirectApi {api.Id} is rejected: see its conditions.");
        return new RouteCompilation
        {
            Input = draft.Input,
            Model = accepted.Contains(draft) && !rejected ? draft.Model : null,
            Permissions = draft.Permissions,
            Diagnostics = draft.Diagnostics.Items,
        };
    }

    /// <summary>What a mistaken or waiting manifest claims is left as AWS has it; what an older sibling took is not the younger's to hold.</summary>
    private static ValueList<string> Held(List<RouteDraft> drafts, HashSet<RouteDraft> accepted, bool hasPreflights)
    {
        var served = accepted.Select(d => d.Key!).ToHashSet(StringComparer.Ordinal);
        var paths = accepted.Select(d => d.Path!.Text).ToHashSet(StringComparer.Ordinal);
        return drafts.Where(d => IsHeld(d, accepted)).SelectMany(d => HeldKeys(d, hasPreflights && !paths.Contains(d.Path!.Text))).Where(k => !served.Contains(k))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToValueList();
    }

    /// <summary>With the route stays what answers browsers beforehand, unless a sibling keeps it there anyway.</summary>
    private static IEnumerable<string> HeldKeys(RouteDraft draft, bool hasPreflight) =>
        hasPreflight ? [draft.Key!, RouteModel.KeyOf(RouteMethod.OPTIONS, draft.Path!.Text)] : [draft.Key!];

    private static bool IsHeld(RouteDraft draft, HashSet<RouteDraft> accepted) =>
        draft.Key is not null && !accepted.Contains(draft) && !draft.Diagnostics.Items.Any(d => d.Reason is Reasons.Conflicted or Reasons.PathConflict);

    /// <summary>What accepted routes need, and what held ones of allowed namespaces may still be using.</summary>
    private static RoleModel? SharedRole(List<RouteDraft> drafts, HashSet<RouteDraft> accepted, RoleTemplate role, DiagnosticBag diagnostics)
    {
        var users = drafts.Where(d => d.UsesOwnRole && (accepted.Contains(d) || (d.IsAllowed && IsHeld(d, accepted)))).ToList();
        return users.Count == 0 ? null : role.With(users.ConvertAll(d => new RoleRequest(d.Input.Id, d.Permissions)), diagnostics, "spec.roleRef");
    }

    private static ApiModel Model(ApiInput input, string region, ValueMap<string> tags, ValueList<StageModel> stages, HashSet<RouteDraft> accepted) => new()
    {
        Protocol = input.Spec.Protocol,
        Region = region,
        Name = input.Spec.Name ?? input.Owner.Name,
        Description = input.Spec.Description,
        EndpointType = input.Spec.Protocol == ApiProtocol.REST ? input.Spec.Endpoint?.Type ?? EndpointType.REGIONAL : null,
        DisableExecuteApiEndpoint = input.Spec.Endpoint?.DisableExecuteApiEndpoint ?? false,
        Tags = tags,
        Routes = accepted.Select(d => d.Model!).OrderBy(r => r.Path, StringComparer.Ordinal).ThenBy(r => r.Method.ToString(), StringComparer.Ordinal).ToValueList(),
        Stages = stages,
    };

    private static void WarnOfQuota(HashSet<RouteDraft> accepted, ApiProtocol protocol, DiagnosticBag diagnostics)
    {
        if (protocol == ApiProtocol.HTTP && accepted.Count > HttpRouteQuota)
            diagnostics.Warn(Reasons.QuotaExceeded, "spec",
                $"The API has {accepted.Count} routes; AWS allows an HTTP API {HttpRouteQuota}, and as many integrations, which it does not raise.");
        var resources = accepted.SelectMany(d => Enumerable.Range(1, d.Path!.Segments.Count).Select(d.Path.Prefix)).Distinct(StringComparer.Ordinal).Count() + 1;
        if (protocol == ApiProtocol.REST && resources > RestResourceQuota)
            diagnostics.Warn(Reasons.QuotaExceeded, "spec",
                $"The API has {resources} resources (parts of paths); AWS allows {RestResourceQuota} unless it raised the quota for this account.");
    }
}

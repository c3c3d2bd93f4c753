using DirectRoute.Core.Collections;
using DirectRoute.Core.Compile.Cors;
using DirectRoute.Core.Compile.Requests;
using DirectRoute.Core.Compile.Targets;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Compile;

/// <summary>Compiles one route by itself, without regard to its siblings.</summary>
public static class RouteCompiler
{
    private const int MinTimeout = 50;
    internal const int MaxRestTimeout = 29_000;
    private const int MaxHttpTimeout = 30_000;

    /// <summary>What IAM must allow for a target; empty when the action is unknown or the resource does not fit it.</summary>
    public static ValueList<Permission> PermissionsOf(RouteTarget target, AccountFacts account) =>
        Target.Resolve(target, account, new DiagnosticBag())?.Permissions ?? [];

    internal static RouteDraft Compile(RouteInput route, ApiScope api)
    {
        var diagnostics = new DiagnosticBag();
        var spec = route.Spec;
        if (spec is null)
        {
            diagnostics.Error(Reasons.InvalidValue, "spec", "The route is empty: give apiRef, match and target.");
            return new RouteDraft(route, diagnostics);
        }
        var allowed = CheckNamespace(route, api, diagnostics);
        var method = Method(spec.Match, diagnostics);
        var path = PathPattern.Parse(spec.Match?.Path, api.Protocol, diagnostics);
        var target = Target.Resolve(spec.Target, api.Account, diagnostics);
        var timeout = Timeout(spec.TimeoutInMillis, api.Protocol, diagnostics);
        var integration = target is null || path is null || method is null ? null : target.Integrate(new RouteScope(api, spec, method.Value, path, timeout), diagnostics);
        if (integration is not null) CorsRules.Warn(api.Input.Spec, integration, diagnostics);
        var checks = RequestCheck.Read(spec.Request, api, integration, diagnostics);
        var assumes = target?.AssumesRole ?? true;
        var role = assumes ? RoleResolver.Resolve(route, api, diagnostics) : null;
        if (!assumes && spec.RoleRef is not null)
            diagnostics.Warn(Reasons.InvalidValue, "spec.roleRef", "The target is called without a role, so nothing uses this one: leave it out.");
        // Last, since its message ends with lines to paste.
        var granted = target is null || GrantRules.Check(route, target.Permissions, api, diagnostics);
        return new RouteDraft(route, diagnostics)
        {
            Method = method,
            Path = path,
            Permissions = granted ? target?.Permissions ?? [] : [],
            IsAllowed = allowed && granted,
            Checks = checks,
            UsesOwnRole = assumes && RoleResolver.UsesOwnRole(route, api),
            Model = integration is null || (assumes && role is null) || diagnostics.HoldsBack
                ? null
                : checks.Apply(Model(method!.Value, path!, assumes ? integration with { Credentials = role } : integration, spec, api)),
        };
    }

    private static bool CheckNamespace(RouteInput route, ApiScope api, DiagnosticBag diagnostics)
    {
        var allowed = NamespaceSelectors.Allows(api.Input.Spec.AllowedRoutes?.Namespaces, NamespacesFrom.Same, api.Namespace, route.Namespace, route.NamespaceLabels);
        if (!allowed)
            diagnostics.Error(Reasons.NotAllowedByApi, "spec.apiRef",
                $"The DirectApi {api.Id} does not allow routes from the namespace {route.Namespace}: its owner can, with spec.allowedRoutes.");
        return allowed;
    }

    private static RouteMethod? Method(RouteMatch? match, DiagnosticBag diagnostics)
    {
        if (match is not null && Enum.IsDefined(match.Method)) return match.Method;
        diagnostics.Error(Reasons.InvalidValue, "spec.match.method",
            $"A route has a method: one of {string.Join(", ", Enum.GetNames<RouteMethod>())}.");
        return null;
    }

    private static int Timeout(int? wanted, ApiProtocol protocol, DiagnosticBag diagnostics)
    {
        var longest = protocol == ApiProtocol.HTTP ? MaxHttpTimeout : MaxRestTimeout;
        if (wanted < MinTimeout || wanted > longest)
            diagnostics.Error(Reasons.InvalidValue, "spec.timeoutInMillis",
                $"{wanted} is out of range: {protocol} APIs wait {MinTimeout} to {longest} milliseconds.");
        return wanted ?? longest;
    }

    private static RouteModel Model(RouteMethod method, PathPattern path, IntegrationModel integration, DirectRouteSpec spec, ApiScope api) => new()
    {
        Method = method,
        Path = path.Text,
        Authorization = (spec.Auth ?? api.Input.Spec.Auth)?.Type == AuthType.IAM ? AuthorizationType.AWS_IAM : AuthorizationType.NONE,
        RequestParameters = api.Protocol == ApiProtocol.REST ? MethodParameters.Of(path, integration) : default,
        Integration = integration,
        Responses = MethodResponses.Of(integration.Responses),
    };
}

/// <summary>A route on its way: compiled by itself, before its siblings have a say.</summary>
internal sealed record RouteDraft(RouteInput Input, DiagnosticBag Diagnostics)
{
    public RouteMethod? Method { get; init; }
    public PathPattern? Path { get; init; }
    /// <summary>What the route asks of its role: nothing when the account's grants do not cover it.</summary>
    public ValueList<Permission> Permissions { get; init; }

    /// <summary>Whether the API allows the route's namespace, and the account's grants what it calls.</summary>
    public bool IsAllowed { get; init; }

    /// <summary>Whether the route uses the role that the operator makes for the API.</summary>
    public bool UsesOwnRole { get; init; }

    /// <summary>What API Gateway checks of the route's requests.</summary>
    public RequestCheck Checks { get; init; } = RequestCheck.None;
    public RouteModel? Model { get; init; }

    /// <summary>The route's key; null when its method or path is not one.</summary>
    public string? Key => Method is { } method && Path is { } path ? RouteModel.KeyOf(method, path.Text) : null;
}

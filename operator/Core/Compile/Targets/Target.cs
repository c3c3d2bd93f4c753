using DirectRoute.Core.Collections;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Compile.Targets;

/// <summary>What a route calls, once it is known to make sense. One kind of target is one derived record.</summary>
internal abstract record Target
{
    private const string Field = "spec.target";

    /// <summary>What the call needs of IAM.</summary>
    public virtual ValueList<Permission> Permissions => [];

    /// <summary>Whether API Gateway makes the call as the route's role.</summary>
    public virtual bool AssumesRole => true;

    /// <summary>The integration, without the role's credentials; or null with the reasons in <paramref name="diagnostics"/>.</summary>
    public abstract IntegrationModel? Integrate(RouteScope route, DiagnosticBag diagnostics);

    /// <summary>The target, or null with the reasons in <paramref name="diagnostics"/>.</summary>
    public static Target? Resolve(RouteTarget? target, AccountFacts account, DiagnosticBag diagnostics)
    {
        var given = Given(target);
        if (given.Count != 1)
        {
            diagnostics.Error(Reasons.InvalidValue, Field, given.Count == 0
                ? "A route must say what it calls: give action and resource, or lambda, http, mock or raw."
                : $"There are {string.Join(" and ", given)}, but a route calls one thing: leave all but one out, or make a route of each.");
            return null;
        }
        if (target!.Action is null && (target.Resource is not null || target.Parameters is not null || target.Protocol is not null))
            diagnostics.Error(Reasons.InvalidValue, Field, $"resource, parameters and protocol go with action, not with {given[0]}: leave them out.");
        return target switch
        {
            { Lambda: { } lambda } => LambdaTarget.Of(lambda, account, diagnostics),
            { Http: { } http } => new HttpTarget(http),
            { Mock: { } mock } => new MockTarget(mock),
            { Raw: { } raw } => RawTarget.Of(raw, diagnostics),
            _ => ActionTarget.Of(target, account, diagnostics),
        };
    }

    private static List<string> Given(RouteTarget? target)
    {
        var given = new List<string>();
        if (target?.Action is not null) given.Add("action");
        if (target?.Lambda is not null) given.Add("lambda");
        if (target?.Http is not null) given.Add("http");
        if (target?.Mock is not null) given.Add("mock");
        if (target?.Raw is not null) given.Add("raw");
        return given;
    }
}

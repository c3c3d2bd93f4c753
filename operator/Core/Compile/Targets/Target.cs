using DirectRoute.Core.Collections;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Compile.Targets;

/// <summary>What a route calls, once it is known to make sense. One kind of target is one derived record.</summary>
internal abstract record Target
{
    /// <summary>What the call needs of IAM.</summary>
    public abstract ValueList<Permission> Permissions { get; }

    /// <summary>The integration, credentials not yet filled in; or null with the reasons in <paramref name="diagnostics"/>.</summary>
    public abstract IntegrationModel? Integrate(RouteScope route, DiagnosticBag diagnostics);

    /// <summary>The target, or null with the reasons in <paramref name="diagnostics"/>.</summary>
    public static Target? Resolve(RouteTarget? target, AccountFacts account, DiagnosticBag diagnostics)
    {
        if (target is not null) return ActionTarget.Of(target, account, diagnostics);
        diagnostics.Error(Reasons.InvalidValue, "spec.target", "A route must say what it calls: give action and resource.");
        return null;
    }
}

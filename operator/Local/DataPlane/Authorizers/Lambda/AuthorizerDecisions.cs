using System.Text.Json.Nodes;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Policies.Evaluation;
using DirectRoute.Local.DataPlane.Access;

namespace DirectRoute.Local.DataPlane.Authorizers.Lambda;

/// <summary>From what a function says of an identity to what that means for one request.</summary>
internal static class AuthorizerDecisions
{
    public static AuthorizerDecision Of(Exchange exchange, AuthorizerAnswer answer)
    {
        if (answer.Fault is { } fault) return AuthorizerDecision.Refuse(fault);
        var context = (JsonObject)answer.Context.DeepClone();
        if (exchange.Protocol != ApiProtocol.HTTP) context["integrationLatency"] = (long)answer.Latency.TotalMilliseconds;
        var refusal = answer.Policy is { } policy ? Refusal(exchange, policy) : answer.IsAuthorized ? null : Refusal(exchange, "", "The authorizer's function answered isAuthorized: false.");
        return (refusal ?? AuthorizerDecision.Allow()) with { Context = context, UsageIdentifierKey = answer.UsageIdentifierKey };
    }

    private static AuthorizerDecision? Refusal(Exchange exchange, IamPolicy policy)
    {
        var decision = PolicyEvaluator.Evaluate(new AccessRules { Identity = [policy], Resource = exchange.Stage!.ResourcePolicy }, InvokeRequest.Anonymous(exchange));
        return decision.IsAllowed ? null : Refusal(exchange, decision.Verdict == AccessVerdict.ExplicitDeny ? " with an explicit deny" : "", $"{decision.Reason}.");
    }

    private static AuthorizerDecision Refusal(Exchange exchange, string how, string detail) => AuthorizerDecision.Refuse(AuthorizerFaults.AccessDenied(
        exchange.Protocol == ApiProtocol.HTTP ? "Forbidden" : $"User is not authorized to access this resource{how}", detail));
}

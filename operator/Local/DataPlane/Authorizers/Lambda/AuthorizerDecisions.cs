using System.Text.Json.Nodes;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Policies.Evaluation;

namespace DirectRoute.Local.DataPlane.Authorizers.Lambda;

/// <summary>From what a function says of an identity to what that means for one request.</summary>
internal static class AuthorizerDecisions
{
    private const string Action = "execute-api:Invoke";

    public static AuthorizerDecision Of(Exchange exchange, AuthorizerAnswer answer)
    {
        if (answer.Fault is { } fault) return AuthorizerDecision.Refuse(fault);
        exchange.UsageIdentifierKey = answer.UsageIdentifierKey;
        var context = (JsonObject)answer.Context.DeepClone();
        if (exchange.Protocol != ApiProtocol.HTTP) context["integrationLatency"] = (long)answer.Latency.TotalMilliseconds;
        var refusal = answer.Policy is { } policy ? Refusal(exchange, policy) : answer.IsAuthorized ? null : Refusal(exchange, "", "The authorizer's function answered isAuthorized: false.");
        return refusal is null ? AuthorizerDecision.Allow(context) : refusal with { Context = context };
    }

    private static AuthorizerDecision? Refusal(Exchange exchange, IamPolicy policy)
    {
        var arn = exchange.Stage!.MethodArn(exchange);
        var request = new AccessRequest(AccessPrincipal.Anonymous, Action, arn, ContextOf(exchange));
        var decision = PolicyEvaluator.Evaluate(new AccessRules { Identity = [policy] }, request);
        return decision.IsAllowed ? null : Refusal(exchange, decision.Verdict == AccessVerdict.ExplicitDeny ? " with an explicit deny" : "", $"{decision.Reason}.");
    }

    private static AuthorizerDecision Refusal(Exchange exchange, string how, string detail) => AuthorizerDecision.Refuse(AuthorizerFaults.AccessDenied(
        exchange.Protocol == ApiProtocol.HTTP ? "Forbidden" : $"User is not authorized to access this resource{how}", detail));

    private static ContextKeys ContextOf(Exchange exchange)
    {
        var (source, agent) = (exchange.Context["identity"]?["sourceIp"]?.GetValue<string>(), exchange.Request.Headers.Last("User-Agent"));
        var keys = ContextKeys.Of(
            ("aws:CurrentTime", exchange.ReceivedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture)),
            ("aws:SecureTransport", "true"));
        if (source is not null) keys = keys.With("aws:SourceIp", source);
        return agent is null ? keys : keys.With("aws:UserAgent", agent);
    }
}

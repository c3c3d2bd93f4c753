using DirectRoute.Core.Gateway;
using DirectRoute.Core.Model;
using DirectRoute.Core.Policies.Evaluation;

namespace DirectRoute.Local.DataPlane.Access;

/// <summary>
/// Holds requests against the API's resource policy where it decides by itself: routes without authorization need its permission, those of a user pool need it once the
/// token is good, and what it denies never reaches the function of an authorizer. With a function's policy, or a caller's, authorizers weigh it themselves.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-authorization-flow.html"/>
internal sealed class ResourcePolicyGate : IGate
{
    private readonly AuthorizationType needed;
    private readonly AuthorizationType? prohibiting;

    private ResourcePolicyGate(AuthorizationType needed, AuthorizationType? prohibiting) => (this.needed, this.prohibiting) = (needed, prohibiting);

    /// <summary>What is asked before authorizers are.</summary>
    public static ResourcePolicyGate BeforeAuthorizers { get; } = new(AuthorizationType.NONE, AuthorizationType.CUSTOM);

    /// <summary>What is asked after them.</summary>
    public static ResourcePolicyGate AfterAuthorizers { get; } = new(AuthorizationType.COGNITO_USER_POOLS, null);

    public ValueTask<ClientResponse?> AnswerAsync(Exchange exchange) => new(Fault(exchange) is { } fault ? exchange.Fails(fault) : null);

    private GatewayFault? Fault(Exchange exchange)
    {
        var type = exchange.Route!.Prepared!.Route.Authorization;
        if ((type != needed && type != prohibiting) || exchange.Stage!.ResourcePolicy is not { } policy) return null;
        var request = InvokeRequest.Anonymous(exchange);
        var decision = PolicyEvaluator.Evaluate(new AccessRules { Resource = policy }, request);
        var passes = type == needed ? decision.IsAllowed : decision.Verdict != AccessVerdict.ExplicitDeny;
        return passes ? null : AccessFaults.Denied(request, decision);
    }
}

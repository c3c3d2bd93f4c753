using DirectRoute.Core.Gateway;
using DirectRoute.Core.Policies.Evaluation;
using DirectRoute.Local.Services;

namespace DirectRoute.Local.Lambda.Permissions;

/// <summary>
/// Decides whether API Gateway may invoke a function for an integration or an authorizer that names no role: as on AWS, the function's own policy must allow it.
/// </summary>
internal sealed class InvokePermission(LocalOptions options, Backends backends)
{
    private const string Action = "lambda:InvokeFunction";

    private static readonly AccessPrincipal ApiGateway = AccessPrincipal.Service(TrustPolicy.ApiGateway);

    private readonly FunctionPolicies policies = new(backends, options.Clock);

    /// <summary>Why the function may not be invoked; null when it may, or when nobody asks its policy.</summary>
    public async ValueTask<GatewayFault?> RefusalAsync(Invocation invocation, CancellationToken aborted)
    {
        if (!options.ChecksRoles || !string.IsNullOrEmpty(invocation.Credentials)) return null;
        return await policies.FindAsync(invocation.Function, invocation.Origin, aborted).ConfigureAwait(false) switch
        {
            FunctionPolicyLookup.Found found => Decide(invocation, found.Policy),
            FunctionPolicyLookup.Failed failed => LambdaFaults.PolicyUnknown(invocation.Function, failed.Why),
            _ => LambdaFaults.NotPermitted(invocation.Function, invocation.Origin.SourceArn, $"Lambda has no policy of {invocation.Function.Arn}, or no such function"),
        };
    }

    /// <summary>Asks for policies anew from now on: one of them may have changed.</summary>
    public void Forget() => policies.Forget();

    private static GatewayFault? Decide(Invocation invocation, IamPolicy policy)
    {
        var (function, source) = (invocation.Function, invocation.Origin.SourceArn);
        // Which other keys API Gateway sends is not written down: a policy that asks for one is safer refused here than on AWS.
        var request = new AccessRequest(ApiGateway, Action, function.Arn, ContextKeys.Of(("aws:SourceArn", source)));
        var decision = PolicyEvaluator.Evaluate(new AccessRules { Resource = policy }, request);
        return decision.IsAllowed ? null : LambdaFaults.NotPermitted(function, source, decision.Reason);
    }
}

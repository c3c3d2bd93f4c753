namespace DirectRoute.Core.Policies.Evaluation;

/// <summary>Decides who may assume a role.</summary>
internal static class TrustPolicy
{
    /// <summary>The service that assumes the roles of integrations.</summary>
    public const string ApiGateway = "apigateway.amazonaws.com";

    private const string AssumeRole = "sts:AssumeRole";

    /// <summary>
    /// Whether API Gateway may assume a role for an integration. It sends neither <c>aws:SourceArn</c> nor <c>aws:SourceAccount</c> then, as users found on AWS: a
    /// trust policy that asks for one refuses every call.
    /// </summary>
    /// <param name="roleArn">The role's ARN.</param>
    /// <param name="policy">Its trust policy.</param>
    /// <param name="context">What is known of the request.</param>
    public static AccessDecision ByApiGateway(string roleArn, IamPolicy policy, ContextKeys context) =>
        PolicyEvaluator.Evaluate(new AccessRules { Resource = policy }, new AccessRequest(AccessPrincipal.Service(ApiGateway), AssumeRole, roleArn, context));
}

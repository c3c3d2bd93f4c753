using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Policies;

/// <summary>Who may assume a role.</summary>
public static class TrustPolicies
{
    /// <summary>
    /// API Gateway, and nobody else. There is no condition on <c>aws:SourceAccount</c> or <c>aws:SourceArn</c>: API Gateway does not send them when it
    /// assumes an integration's role, as users found on AWS, and a key that is not sent refuses every call. What stands in their place: a role's ARN can only be
    /// given to an API by a caller with <c>iam:PassRole</c>, and never across accounts.
    /// </summary>
    public static readonly PolicyModel ApiGateway = new()
    {
        Statements =
        [
            new StatementModel { Effect = PolicyEffect.Allow, ServicePrincipal = "apigateway.amazonaws.com", Actions = ["sts:AssumeRole"] },
        ],
    };
}

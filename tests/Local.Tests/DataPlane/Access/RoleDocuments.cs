using DirectRoute.Core.Collections;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;
using DirectRoute.Core.Policies;
using DirectRoute.Local.Publishing;

namespace DirectRoute.Local.Tests.DataPlane.Access;

/// <summary>Roles as manifests declare them.</summary>
internal static class RoleDocuments
{
    /// <param name="effect">What its one statement does with calls of all APIs; null for a role without policies.</param>
    public static PublishedRole Of(string arn, string? effect) => new(arn, new RoleModel
    {
        Name = arn.Split('/')[^1],
        Path = "/",
        MaxSessionDuration = 3600,
        TrustPolicy = TrustPolicies.ApiGateway,
        InlinePolicies = effect is null ? default : ValueMap.Of(("calls", new PolicyModel
        {
            Statements = [new StatementModel { Effect = Enum.Parse<PolicyEffect>(effect), Actions = ["execute-api:Invoke"], Resources = ["*"] }],
        })),
    });
}

using DirectRoute.Core.Collections;
using DirectRoute.Core.Policies.Evaluation;

namespace DirectRoute.Local.DataPlane.Authorizers.Iam;

/// <summary>Who calls, for policies, and what is allowed to them besides what the API itself allows.</summary>
/// <param name="Principal">Who calls.</param>
/// <param name="Arn">The role's ARN, or the user's: <c>aws:PrincipalArn</c>.</param>
/// <param name="Type"><c>aws:PrincipalType</c>.</param>
/// <param name="Identity">The caller's own policies.</param>
/// <param name="Boundary">The most that the caller may ever do; null for no such bound.</param>
internal sealed record CallerRights(AccessPrincipal Principal, string Arn, string Type, ValueList<IamPolicy> Identity, IamPolicy? Boundary)
{
    private static readonly IamPolicy Everything = IamPolicy.Parse(
        "the account's administrator", """{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}""");

    /// <summary>Somebody of whom no policies are known: they may do what an administrator of their account may.</summary>
    public static CallerRights Administrator(AccessPrincipal principal, string arn, string type) => new(principal, arn, type, [Everything], null);
}

using DirectRoute.Core.Collections;
using DirectRoute.Core.Policies.Evaluation;

namespace DirectRoute.Local.Roles;

/// <summary>What decides about a role.</summary>
/// <param name="Trust">Who may assume it.</param>
/// <param name="Identity">What it allows and denies, inline and managed.</param>
/// <param name="Boundary">The most that it may ever allow; null for no bound.</param>
internal sealed record RolePolicies(IamPolicy Trust, ValueList<IamPolicy> Identity, IamPolicy? Boundary)
{
    /// <summary>What people know the trust policy by.</summary>
    public const string TrustName = "its trust policy";
}

using DirectRoute.Core.Collections;

namespace DirectRoute.Core.Policies.Evaluation;

/// <summary>The policies that have a say.</summary>
internal sealed record AccessRules
{
    /// <summary>Of who asks, inline and managed.</summary>
    public ValueList<IamPolicy> Identity { get; init; }

    /// <summary>The most that who asks may ever do; null for no such bound.</summary>
    public IamPolicy? Boundary { get; init; }

    /// <summary>Of the resource; null when it has none, or when it is not looked at.</summary>
    public IamPolicy? Resource { get; init; }
}

using DirectRoute.Core.Policies.Evaluation;

namespace DirectRoute.Local.Lambda.Permissions;

/// <summary>What came of looking for a function's resource policy.</summary>
internal abstract record FunctionPolicyLookup
{
    private FunctionPolicyLookup()
    {
    }

    /// <summary>There is one.</summary>
    public sealed record Found(IamPolicy Policy) : FunctionPolicyLookup;

    /// <summary>There is none, or no such function: Lambda does not tell the two apart.</summary>
    public sealed record Missing : FunctionPolicyLookup;

    /// <summary>Nobody could be asked.</summary>
    /// <param name="Why">What went wrong, in a sentence without a full stop.</param>
    public sealed record Failed(string Why) : FunctionPolicyLookup;
}

using DirectRoute.Local.Sts;

namespace DirectRoute.Local.Roles;

/// <summary>What came of looking for a role.</summary>
internal abstract record RoleLookup
{
    private RoleLookup()
    {
    }

    /// <summary>It is there.</summary>
    /// <param name="Arn">Its whole ARN.</param>
    /// <param name="Role">What decides about it.</param>
    public sealed record Found(RoleArn Arn, RolePolicies Role) : RoleLookup;

    /// <summary>It is not there.</summary>
    public sealed record Missing : RoleLookup;

    /// <summary>Nobody could be asked.</summary>
    /// <param name="Why">What went wrong.</param>
    public sealed record Failed(string Why) : RoleLookup;
}

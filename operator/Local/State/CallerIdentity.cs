using DirectRoute.Local.Sts;

namespace DirectRoute.Local.State;

/// <summary>Who calls.</summary>
/// <param name="AccessKeyId">With which a request is signed.</param>
/// <param name="AccountId">Whose account it is: twelve digits.</param>
/// <param name="UserId">The unique id.</param>
/// <param name="Arn">The user's or the assumed role's.</param>
internal sealed record CallerIdentity(string AccessKeyId, string AccountId, string UserId, string Arn)
{
    /// <summary>The role that was assumed; null for others, and where only the session's ARN is known.</summary>
    public RoleArn? Role { get; init; }

    /// <summary>What goes with the access key; null when the key was made elsewhere.</summary>
    public SecretKey? Secret { get; init; }
}

namespace DirectRoute.Local.State;

/// <summary>Who calls.</summary>
/// <param name="AccessKeyId">With which a request is signed.</param>
/// <param name="AccountId">Whose account it is: twelve digits.</param>
/// <param name="UserId">The unique id.</param>
/// <param name="Arn">The user's or the assumed role's.</param>
internal sealed record CallerIdentity(string AccessKeyId, string AccountId, string UserId, string Arn);

namespace DirectRoute.Core.Gateway.Calls;

/// <summary>Where a call is made from: what it means when it does not say it.</summary>
/// <param name="Partition">Such as <c>aws</c>.</param>
/// <param name="Region">The API's region.</param>
/// <param name="AccountId">The account of whoever calls: twelve digits.</param>
internal sealed record CallPlace(string Partition, string Region, string AccountId);

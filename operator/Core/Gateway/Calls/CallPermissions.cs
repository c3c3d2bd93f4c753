namespace DirectRoute.Core.Gateway.Calls;

/// <summary>
/// From a call to what its role must be allowed. It stands beside the mapping of requests, for it reads what they make; how policies decide is no business
/// of it.
/// </summary>
internal static class CallPermissions
{
    public static CallNeeds Of(ServiceCall call) => call switch
    {
        { Service: S3Calls.Service } => S3Calls.Needs(call),
        { Service: LambdaCalls.Service } => LambdaCalls.Needs(call),
        { Entry: { } entry } => new(new CataloguePermissions(entry, call).All()),
        { Action: { } action } => new([new CallPermission($"{call.Service}:{action}", null)]),
        _ => new([], $"{call.Method} {call.Path} of {call.Service} is no action that the catalogue has"),
    };
}

using DirectRoute.Local.ControlPlane.Patching;
using DirectRoute.Local.Protocol;

namespace DirectRoute.Local.ControlPlane.Rest;

/// <summary>Operations on methods.</summary>
internal static class MethodOperations
{
    private static readonly Patcher<RestMethod> Patcher = new(
        "updateMethodInput", RestJson.Default.RestMethod, PatchWording.Short,
        PatchRule.Replace("/authorizationType"), new("/authorizerId"), PatchRule.Replace("/apiKeyRequired", PatchValue.Boolean),
        new("/requestValidatorId"), new("/operationName"), new("/requestParameters/*", PatchValue.Boolean),
        new("/requestModels/*") { Missing = "Content-Type specified was not found" }, new("/authorizationScopes", PatchValue.Member), new("/authorizationScopes/*", PatchValue.Element));

    public static Answer Put(OperationCall call) => (
        from request in call.Read(RestJson.Default.RestMethod)
        from resource in call.Resource()
        from method in MethodRules.Check(New(request, call.Path["http_method"]), call.Content())
        from free in method.Unless(resource.ResourceMethods?.ContainsKey(method.HttpMethod!) == true ? Answer.Conflict("Method already exists for this resource") : null)
        select call.Keep(resource, free)).Answer(201, RestJson.Default.RestMethod);

    public static Answer Get(OperationCall call) => call.Method().Select(f => f.Method).Answer(200, RestJson.Default.RestMethod);

    public static Answer Update(OperationCall call) => (
        from patch in call.Read(RestJson.Default.PatchRequest)
        from found in call.Method()
        from changed in Patcher.Apply(found.Method, patch)
        from method in MethodRules.Check(Normal(changed), call.Content())
        select call.Keep(found.Resource, method)).Answer(200, RestJson.Default.RestMethod);

    public static Answer Delete(OperationCall call) => (
        from found in call.Method()
        select call.Keep(found.Resource with { ResourceMethods = RestMaps<RestMethod>.Without(found.Resource.ResourceMethods, found.Method.HttpMethod!) })).Answer(204);

    /// <summary>Recorded on AWS: a new method shows these three members, and what was given, and no more.</summary>
    private static RestMethod New(RestMethod request, string httpMethod) => Normal(request with
    {
        HttpMethod = httpMethod,
        ApiKeyRequired = request.ApiKeyRequired ?? false,
        MethodResponses = null,
        MethodIntegration = null,
    });

    private static RestMethod Normal(RestMethod method) => method with
    {
        AuthorizerId = NullIfEmpty(method.AuthorizerId),
        RequestValidatorId = NullIfEmpty(method.RequestValidatorId),
        OperationName = NullIfEmpty(method.OperationName),
        RequestParameters = RestMaps<bool>.NullIfEmpty(method.RequestParameters),
        RequestModels = RestMaps<string>.NullIfEmpty(method.RequestModels),
        AuthorizationScopes = method.AuthorizationScopes is { Count: > 0 } ? method.AuthorizationScopes : null,
    };

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}

using DirectRoute.Local.ControlPlane.Patching;
using DirectRoute.Local.Protocol;

namespace DirectRoute.Local.ControlPlane.Rest;

/// <summary>Operations on integrations.</summary>
internal static class IntegrationOperations
{
    private const int DefaultTimeout = 29_000;

    private static readonly Patcher<RestIntegration> Patcher = new(
        "updateIntegrationInput", RestJson.Default.RestIntegration, PatchWording.Short,
        PatchRule.Replace("/httpMethod"), PatchRule.Replace("/uri"), PatchRule.Replace("/connectionType"), PatchRule.Replace("/connectionId"),
        PatchRule.Replace("/credentials"), PatchRule.Replace("/passthroughBehavior"), PatchRule.Replace("/contentHandling"),
        PatchRule.Replace("/timeoutInMillis", PatchValue.Integer), PatchRule.Replace("/cacheNamespace"),
        new("/cacheKeyParameters/*", PatchValue.Element), new("/requestParameters/*"), new("/requestTemplates/*") { Missing = "Content-Type specified was not found" },
        PatchRule.Replace("/tlsConfig/insecureSkipVerification", PatchValue.Boolean));

    public static Answer Put(OperationCall call) => (
        from request in call.Read(RestJson.Default.RestIntegration)
        from found in call.Method()
        from integration in IntegrationRules.Check(New(request, found.Resource))
        select Keep(call, found, integration)).Answer(201, RestJson.Default.RestIntegration);

    public static Answer Get(OperationCall call) => call.Integration().Select(f => f.Integration).Answer(200, RestJson.Default.RestIntegration);

    public static Answer Update(OperationCall call) => (
        from patch in call.Read(RestJson.Default.PatchRequest)
        from found in call.Integration()
        from changed in Patcher.Apply(found.Integration, patch)
        from integration in IntegrationRules.Check(Normal(changed))
        select Keep(call, new(found.Resource, found.Method), integration)).Answer(200, RestJson.Default.RestIntegration);

    public static Answer Delete(OperationCall call) => (
        from found in call.Integration()
        select call.Keep(found.Resource, found.Method with { MethodIntegration = null })).Answer(204);

    private static RestIntegration Keep(OperationCall call, FoundMethod found, RestIntegration integration)
    {
        call.Keep(found.Resource, found.Method with { MethodIntegration = integration });
        return integration;
    }

    /// <summary>Recorded on AWS: what a new integration is given by itself.</summary>
    public static RestIntegration New(RestIntegration request, RestResource resource) => request with
    {
        PassthroughBehavior = request.PassthroughBehavior ?? "WHEN_NO_MATCH",
        TimeoutInMillis = request.TimeoutInMillis ?? DefaultTimeout,
        CacheNamespace = request.CacheNamespace ?? resource.Id,
        CacheKeyParameters = request.CacheKeyParameters ?? [],
        ConnectionType = request.ConnectionType ?? (request.Type is "HTTP" or "HTTP_PROXY" ? "INTERNET" : null),
        RequestParameters = RestMaps<string>.NullIfEmpty(request.RequestParameters),
        RequestTemplates = RestMaps<string?>.NullIfEmpty(request.RequestTemplates),
        IntegrationResponses = RestMaps<RestIntegrationResponse>.NullIfEmpty(request.IntegrationResponses),
    };

    /// <summary>A patch may leave maps without entries and empty texts: an empty text unsets.</summary>
    private static RestIntegration Normal(RestIntegration integration) => integration with
    {
        CacheKeyParameters = integration.CacheKeyParameters ?? [],
        RequestParameters = RestMaps<string>.NullIfEmpty(integration.RequestParameters),
        RequestTemplates = RestMaps<string?>.NullIfEmpty(integration.RequestTemplates),
        ContentHandling = NullIfEmpty(integration.ContentHandling),
        Credentials = NullIfEmpty(integration.Credentials),
    };

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}

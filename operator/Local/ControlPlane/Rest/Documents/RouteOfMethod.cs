using DirectRoute.Core.Collections;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;
using DirectRoute.Local.State;

namespace DirectRoute.Local.ControlPlane.Rest.Documents;

/// <summary>A method with its integration as a route of the shared model.</summary>
internal static class RouteOfMethod
{
    private const int DefaultTimeout = 29_000;

    public static RouteModel Of(FoundMethod found, RestContent content) => new()
    {
        Method = ModelOfContent.Parse<RouteMethod>(found.Method.HttpMethod) ?? RouteMethod.ANY,
        Path = found.Resource.Path!,
        Authorization = ModelOfContent.Parse<AuthorizationType>(found.Method.AuthorizationType) ?? AuthorizationType.NONE,
        Authorizer = found.Method.AuthorizerId is { } id ? content.Authorizers.GetValueOrDefault(id)?.Name : null,
        AuthorizationScopes = (found.Method.AuthorizationScopes ?? []).Order(StringComparer.Ordinal).ToValueList(),
        ApiKeyRequired = found.Method.ApiKeyRequired ?? false,
        OperationName = found.Method.OperationName,
        RequestValidator = found.Method.RequestValidatorId is { } validatorId && content.RequestValidators.TryGetValue(validatorId, out var validator) ? content.NameOf(validator) : null,
        RequestModels = ModelOfContent.Map(found.Method.RequestModels),
        RequestParameters = ModelOfContent.Map(found.Method.RequestParameters),
        Responses = (found.Method.MethodResponses?.Values ?? []).Select(Response).ToValueList(),
        Integration = Integration(found.Method.MethodIntegration!, found.Resource),
    };

    private static MethodResponseModel Response(RestMethodResponse response) => new()
    {
        StatusCode = response.StatusCode!,
        ResponseParameters = ModelOfContent.Map(response.ResponseParameters),
        ResponseModels = ModelOfContent.Map(response.ResponseModels),
    };

    private static IntegrationModel Integration(RestIntegration integration, RestResource resource) => new()
    {
        Type = ModelOfContent.Parse<IntegrationType>(integration.Type) ?? IntegrationType.MOCK,
        Uri = integration.Uri,
        HttpMethod = integration.HttpMethod,
        Credentials = integration.Credentials,
        RequestParameters = ModelOfContent.Map(integration.RequestParameters),
        RequestTemplates = Templates(integration.RequestTemplates),
        PassthroughBehavior = ModelOfContent.Parse<PassthroughBehavior>(integration.PassthroughBehavior) ?? PassthroughBehavior.WHEN_NO_MATCH,
        ContentHandling = ModelOfContent.Parse<ContentHandling>(integration.ContentHandling),
        ConnectionType = integration.ConnectionType == nameof(ConnectionType.VPC_LINK) ? ConnectionType.VPC_LINK : null,
        ConnectionId = integration.ConnectionId,
        Tls = integration.TlsConfig?.InsecureSkipVerification is { } skip ? new(skip, null) : null,
        CacheKeyParameters = (integration.CacheKeyParameters ?? []).Order(StringComparer.Ordinal).ToValueList(),
        CacheNamespace = integration.CacheNamespace == resource.Id ? null : integration.CacheNamespace,
        TimeoutInMillis = integration.TimeoutInMillis ?? DefaultTimeout,
        Responses = (integration.IntegrationResponses?.Values ?? []).Select(Response).ToValueList(),
    };

    private static IntegrationResponseModel Response(RestIntegrationResponse response) => new()
    {
        StatusCode = response.StatusCode!,
        SelectionPattern = response.SelectionPattern,
        ResponseParameters = ModelOfContent.Map(response.ResponseParameters),
        ResponseTemplates = Templates(response.ResponseTemplates),
        ContentHandling = ModelOfContent.Parse<ContentHandling>(response.ContentHandling),
    };

    /// <summary>A template that is null passes the body on, as if there were none for its content type.</summary>
    private static ValueMap<string> Templates(System.Collections.Immutable.ImmutableSortedDictionary<string, string?>? templates) =>
        (templates ?? RestMaps<string?>.Empty).Where(t => t.Value is not null).Select(t => KeyValuePair.Create(t.Key, t.Value!)).ToValueMap();
}

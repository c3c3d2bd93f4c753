using System.Collections.Immutable;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Model;
using DirectRoute.Local.State;

namespace DirectRoute.Local.ControlPlane.Rest.Documents;

/// <summary>A route of the shared model as a method with its integration.</summary>
internal static class MethodOfRoute
{
    public static RestMethod Of(RouteModel route, RestResource resource, RestContent content) => new()
    {
        HttpMethod = route.Method.ToString(),
        AuthorizationType = route.Authorization.ToString(),
        AuthorizerId = route.Authorizer is { } name ? content.Authorizers.Values.FirstOrDefault(a => a.Name == name)?.Id : null,
        AuthorizationScopes = route.AuthorizationScopes.Count == 0 ? null : route.AuthorizationScopes,
        ApiKeyRequired = route.ApiKeyRequired,
        OperationName = route.OperationName,
        RequestValidatorId = route.RequestValidator is { } validator ? content.RequestValidators.Values.FirstOrDefault(v => v.Name == validator)?.Id : null,
        RequestModels = Map(route.RequestModels),
        RequestParameters = Map(route.RequestParameters),
        MethodResponses = RestMaps<RestMethodResponse>.NullIfEmpty(route.Responses.Select(Response).ToImmutableSortedDictionary(r => r.StatusCode!, r => r, StringComparer.Ordinal)),
        MethodIntegration = IntegrationOperations.New(Integration(route.Integration), resource),
    };

    /// <summary>Nothing for a map without entries.</summary>
    public static ImmutableSortedDictionary<string, T>? Map<T>(ValueMap<T> map) =>
        map.Count == 0 ? null : RestMaps<T>.Empty.AddRange(map.AsEnumerable());

    private static RestMethodResponse Response(MethodResponseModel response) => new()
    {
        StatusCode = response.StatusCode,
        ResponseParameters = Map(response.ResponseParameters),
        ResponseModels = Map(response.ResponseModels),
    };

    private static RestIntegration Integration(IntegrationModel integration) => new()
    {
        Type = integration.Type.ToString(),
        HttpMethod = integration.HttpMethod,
        Uri = integration.Uri,
        ConnectionType = integration.ConnectionType?.ToString(),
        ConnectionId = integration.ConnectionId,
        Credentials = integration.Credentials,
        RequestParameters = Map(integration.RequestParameters),
        RequestTemplates = Templates(integration.RequestTemplates),
        PassthroughBehavior = integration.PassthroughBehavior?.ToString(),
        ContentHandling = integration.ContentHandling?.ToString(),
        TimeoutInMillis = integration.TimeoutInMillis == 0 ? null : integration.TimeoutInMillis,
        CacheNamespace = integration.CacheNamespace,
        CacheKeyParameters = integration.CacheKeyParameters.Count == 0 ? null : integration.CacheKeyParameters,
        TlsConfig = integration.Tls is { } tls ? new(tls.InsecureSkipVerification) : null,
        IntegrationResponses = integration.Responses.Select(Response).ToImmutableSortedDictionary(r => r.StatusCode!, r => r, StringComparer.Ordinal),
    };

    private static RestIntegrationResponse Response(IntegrationResponseModel response) => new()
    {
        StatusCode = response.StatusCode,
        SelectionPattern = response.SelectionPattern,
        ContentHandling = response.ContentHandling?.ToString(),
        ResponseParameters = Map(response.ResponseParameters),
        ResponseTemplates = Templates(response.ResponseTemplates),
    };

    private static ImmutableSortedDictionary<string, string?>? Templates(ValueMap<string> templates) =>
        templates.Count == 0 ? null : templates.ToImmutableSortedDictionary(t => t.Key, t => (string?)t.Value, StringComparer.Ordinal);
}

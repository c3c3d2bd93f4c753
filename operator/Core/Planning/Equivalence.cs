using DirectRoute.Core.Collections;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Planning;

/// <summary>
/// Every rule of sameness, in one place: what AWS fills in, normalises, reorders or returns differently from what was sent.
/// Two states are the same when their normal forms are equal; what is sent is always the form that was declared.
/// </summary>
public static partial class Equivalence
{
    private const int RestTimeout = 29_000;
    private const int HttpTimeout = 30_000;

    /// <summary>The normal form of an API.</summary>
    public static ApiModel Normalize(ApiModel api)
    {
        ArgumentNullException.ThrowIfNull(api);
        var rest = api.Protocol == ApiProtocol.REST;
        return api with
        {
            Description = NullIfEmpty(api.Description),
            EndpointType = rest ? api.EndpointType ?? EndpointType.REGIONAL : null,
            Tags = WithoutAwsTags(api.Tags),
            ApiKeySource = rest ? api.ApiKeySource ?? ApiKeySource.HEADER : null,
            BinaryMediaTypes = rest ? Ordered(api.BinaryMediaTypes) : [],
            MinimumCompressionSize = rest ? api.MinimumCompressionSize : null,
            Policy = rest ? NormalizePolicy(api.Policy) : null,
            Cors = rest || api.Cors is null ? null : Normalize(api.Cors),
            Authorizers = api.Authorizers.Select(a => Normalize(a, api.Protocol)).OrderBy(a => a.Name, StringComparer.Ordinal).ToValueList(),
            Models = rest ? api.Models.Select(Normalize).OrderBy(m => m.Name, StringComparer.Ordinal).ToValueList() : [],
            RequestValidators = rest ? api.RequestValidators.OrderBy(v => v.Name, StringComparer.Ordinal).ToValueList() : [],
            GatewayResponses = rest ? api.GatewayResponses.Select(Normalize).OrderBy(r => r.ResponseType, StringComparer.Ordinal).ToValueList() : [],
            Routes = NormalizeRoutes(api.Routes, api.Protocol),
            Stages = api.Stages.Select(Normalize).OrderBy(s => s.Name, StringComparer.Ordinal).ToValueList(),
        };
    }

    /// <summary>The normal form of routes: in ordinal order of path, then method.</summary>
    public static ValueList<RouteModel> NormalizeRoutes(IEnumerable<RouteModel> routes, ApiProtocol protocol) => routes
        .Select(r => Normalize(r, protocol))
        .OrderBy(r => r.Path, StringComparer.Ordinal).ThenBy(r => r.Method)
        .ToValueList();

    /// <summary>The normal form of a route. Each field that a protocol does not have is unset.</summary>
    public static RouteModel Normalize(RouteModel route, ApiProtocol protocol)
    {
        ArgumentNullException.ThrowIfNull(route);
        return protocol == ApiProtocol.REST ? NormalizeRest(route) : NormalizeHttp(route);
    }

    /// <summary>The normal form of a stage.</summary>
    public static StageModel Normalize(StageModel stage)
    {
        ArgumentNullException.ThrowIfNull(stage);
        return stage with { Description = NullIfEmpty(stage.Description) };
    }

    private static RouteModel NormalizeRest(RouteModel route) => route with
    {
        Authorizer = NullIfEmpty(route.Authorizer),
        AuthorizationScopes = Ordered(route.AuthorizationScopes),
        OperationName = NullIfEmpty(route.OperationName),
        RequestValidator = NullIfEmpty(route.RequestValidator),
        RequestParameters = LowerHeaders(route.RequestParameters),
        Responses = route.Responses.Select(Normalize).OrderBy(r => r.StatusCode, StringComparer.Ordinal).ToValueList(),
        Integration = route.Integration with
        {
            Subtype = null,
            PayloadFormatVersion = null,
            Uri = NullIfEmpty(route.Integration.Uri),
            Credentials = NullIfEmpty(route.Integration.Credentials),
            // A mock has no backend to call by a method.
            HttpMethod = route.Integration.Type == IntegrationType.MOCK ? null : NullIfEmpty(route.Integration.HttpMethod)?.ToUpperInvariant(),
            PassthroughBehavior = route.Integration.PassthroughBehavior ?? PassthroughBehavior.WHEN_NO_MATCH,
            TimeoutInMillis = Timeout(route.Integration, RestTimeout),
            ConnectionType = Normalize(route.Integration.ConnectionType),
            ConnectionId = NullIfEmpty(route.Integration.ConnectionId),
            Tls = route.Integration.Tls is { InsecureSkipVerification: true } ? new(true, null) : null,
            CacheKeyParameters = Ordered(route.Integration.CacheKeyParameters.Select(LowerHeader)),
            CacheNamespace = NullIfEmpty(route.Integration.CacheNamespace),
            ResponseParameters = default,
            RequestParameters = LowerHeaders(route.Integration.RequestParameters),
            Responses = route.Integration.Responses.Select(Normalize).OrderBy(r => r.StatusCode, StringComparer.Ordinal).ToValueList(),
        },
    };

    private static RouteModel NormalizeHttp(RouteModel route) => route with
    {
        Authorizer = NullIfEmpty(route.Authorizer),
        AuthorizationScopes = Ordered(route.AuthorizationScopes),
        ApiKeyRequired = false,
        OperationName = null,
        RequestValidator = null,
        RequestModels = default,
        RequestParameters = default,
        Responses = default,
        Integration = route.Integration with
        {
            Subtype = NullIfEmpty(route.Integration.Subtype),
            // A first-class service has neither address nor method of its own.
            Uri = route.Integration.Subtype is null ? NullIfEmpty(route.Integration.Uri) : null,
            HttpMethod = route.Integration.Subtype is null ? NullIfEmpty(route.Integration.HttpMethod)?.ToUpperInvariant() : null,
            Credentials = NullIfEmpty(route.Integration.Credentials),
            ConnectionType = Normalize(route.Integration.ConnectionType),
            ConnectionId = NullIfEmpty(route.Integration.ConnectionId),
            Tls = NullIfEmpty(route.Integration.Tls?.ServerNameToVerify) is { } name ? new(false, name) : null,
            ResponseParameters = route.Integration.ResponseParameters.Where(r => r.Value.Count > 0).ToValueMap(),
            PassthroughBehavior = null,
            ContentHandling = null,
            CacheKeyParameters = default,
            CacheNamespace = null,
            RequestTemplates = default,
            Responses = default,
            PayloadFormatVersion = NullIfEmpty(route.Integration.PayloadFormatVersion) ?? "1.0",
            TimeoutInMillis = Timeout(route.Integration, HttpTimeout),
        },
    };

    private static MethodResponseModel Normalize(MethodResponseModel response) =>
        response with { ResponseParameters = LowerHeaders(response.ResponseParameters) };

    private static IntegrationResponseModel Normalize(IntegrationResponseModel response) => response with
    {
        SelectionPattern = NullIfEmpty(response.SelectionPattern),
        ResponseParameters = LowerHeaders(response.ResponseParameters),
    };

    /// <summary>AWS answers <c>INTERNET</c> for some types of integration, and nothing for others.</summary>
    private static ConnectionType? Normalize(ConnectionType? type) => type == ConnectionType.INTERNET ? null : type;

    private static int Timeout(IntegrationModel integration, int fallback) =>
        integration == ObservedApi.NoIntegration || integration.TimeoutInMillis > 0 ? integration.TimeoutInMillis : fallback;

    /// <summary>Header names have no case, so neither have the mappings that name them; query strings and paths have.</summary>
    private static ValueMap<T> LowerHeaders<T>(ValueMap<T> parameters) =>
        parameters.Select(p => KeyValuePair.Create(LowerHeader(p.Key), p.Value)).ToValueMap();

    private static string LowerHeader(string key)
    {
        var header = key.IndexOf(".header.", StringComparison.Ordinal);
        return header < 0 ? key : string.Concat(key.AsSpan(0, header), key[header..].ToLowerInvariant());
    }

    /// <summary>AWS's own tags (CloudFormation's, for one) are not ours to set or to remove.</summary>
    private static ValueMap<string> WithoutAwsTags(ValueMap<string> tags) =>
        tags.Where(t => !t.Key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase)).ToValueMap();

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}

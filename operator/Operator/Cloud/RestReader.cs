using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.APIGateway;
using Amazon.APIGateway.Model;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;
using DirectRoute.Core.Planning;
using Authorization = DirectRoute.Core.Model.AuthorizationType;

namespace DirectRoute.Operator.Cloud;

/// <summary>From what API Gateway answers about a REST API to the model.</summary>
internal static class RestReader
{
    private const int DefaultTimeout = 29_000;

    /// <summary>A method as a route, with the ids of its authorizer and validator in place of their names. A method without an integration has <see cref="ObservedApi.NoIntegration"/>.</summary>
    public static RouteModel Route(RouteMethod method, Resource resource, Method answer) => new()
    {
        Method = method,
        Path = resource.Path!,
        // What we cannot name differs from all that can be declared.
        Authorization = Enum.TryParse<Authorization>(answer.AuthorizationType, out var type) ? type : Authorization.CUSTOM,
        Authorizer = NullIfEmpty(answer.AuthorizerId),
        RequestValidator = NullIfEmpty(answer.RequestValidatorId),
        AuthorizationScopes = List(answer.AuthorizationScopes),
        ApiKeyRequired = answer.ApiKeyRequired ?? false,
        OperationName = NullIfEmpty(answer.OperationName),
        RequestModels = Map(answer.RequestModels),
        RequestParameters = Map(answer.RequestParameters),
        Responses = (answer.MethodResponses ?? []).Select(r => Response(r.Key, r.Value)).OrderBy(r => r.StatusCode, StringComparer.Ordinal).ToValueList(),
        Integration = answer.MethodIntegration is null ? ObservedApi.NoIntegration : Integration(answer.MethodIntegration, resource.Id!),
    };

    public static StageModel Stage(Stage stage) => new()
    {
        Name = stage.StageName!,
        Description = NullIfEmpty(stage.Description),
        Variables = Map(stage.Variables),
    };

    /// <summary>REST maps can hold null for empty.</summary>
    public static ValueMap<string> Map(Dictionary<string, string>? map) =>
        (map ?? []).Select(e => KeyValuePair.Create(e.Key, e.Value ?? "")).ToValueMap();

    /// <summary>In ordinal order.</summary>
    public static ValueList<string> List(List<string>? list) => (list ?? []).Order(StringComparer.Ordinal).ToValueList();

    /// <summary>The resource policy as JSON. AWS answers with its quotes escaped once more than JSON does.</summary>
    public static string? Policy(string? policy, string apiId)
    {
        if (string.IsNullOrEmpty(policy)) return null;
        if (!policy.StartsWith("{\\", StringComparison.Ordinal)) return Equivalence.WithoutOwnArn(policy, apiId);
        try
        {
            return Equivalence.WithoutOwnArn(JsonNode.Parse($"\"{policy}\"")!.GetValue<string>(), apiId);
        }
        catch (JsonException)
        {
            return policy;
        }
    }

    public static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static ValueMap<bool> Map(Dictionary<string, bool>? map) => (map ?? []).ToValueMap();

    private static MethodResponseModel Response(string status, MethodResponse response) =>
        new() { StatusCode = status, ResponseParameters = Map(response.ResponseParameters), ResponseModels = Map(response.ResponseModels) };

    private static IntegrationModel Integration(Integration answer, string resourceId) => new()
    {
        Type = Enum.TryParse<Core.Model.IntegrationType>(answer.Type?.Value, out var type) ? type : Core.Model.IntegrationType.MOCK,
        Uri = NullIfEmpty(answer.Uri),
        HttpMethod = NullIfEmpty(answer.HttpMethod),
        Credentials = NullIfEmpty(answer.Credentials),
        RequestParameters = Map(answer.RequestParameters),
        RequestTemplates = Map(answer.RequestTemplates),
        PassthroughBehavior = Enum.TryParse<PassthroughBehavior>(answer.PassthroughBehavior, out var behavior) ? behavior : PassthroughBehavior.WHEN_NO_MATCH,
        ContentHandling = Handling(answer.ContentHandling),
        ConnectionType = Enum.TryParse<Core.Model.ConnectionType>(answer.ConnectionType?.Value, out var connection) ? connection : null,
        ConnectionId = NullIfEmpty(answer.ConnectionId),
        Tls = answer.TlsConfig is { InsecureSkipVerification: true } ? new(true, null) : null,
        CacheKeyParameters = List(answer.CacheKeyParameters),
        // By default a cache is shared by what its resource serves.
        CacheNamespace = answer.CacheNamespace == resourceId ? null : NullIfEmpty(answer.CacheNamespace),
        TimeoutInMillis = answer.TimeoutInMillis ?? DefaultTimeout,
        Responses = (answer.IntegrationResponses ?? []).Select(r => Response(r.Key, r.Value)).OrderBy(r => r.StatusCode, StringComparer.Ordinal).ToValueList(),
    };

    private static IntegrationResponseModel Response(string status, IntegrationResponse response) => new()
    {
        StatusCode = status,
        SelectionPattern = NullIfEmpty(response.SelectionPattern),
        ResponseParameters = Map(response.ResponseParameters),
        ResponseTemplates = Map(response.ResponseTemplates),
        ContentHandling = Handling(response.ContentHandling),
    };

    private static ContentHandling? Handling(ContentHandlingStrategy? strategy) => Enum.TryParse<ContentHandling>(strategy?.Value, out var handling) ? handling : null;
}

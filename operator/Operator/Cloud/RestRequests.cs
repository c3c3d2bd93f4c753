using System.Globalization;
using Amazon.APIGateway;
using Amazon.APIGateway.Model;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Model;
using DirectRoute.Core.Planning;

namespace DirectRoute.Operator.Cloud;

/// <summary>The requests of a plan for a REST API's settings, methods and stages. Ids take the place of names.</summary>
internal static class RestRequests
{
    public static PutMethodRequest Method(RestCall.PutMethod call, ApiState state) => new()
    {
        RestApiId = state.ApiId,
        ResourceId = state.ResourceId(call.Route.Path),
        HttpMethod = Verb(call.Route),
        AuthorizationType = call.Method.Authorization.ToString(),
        AuthorizerId = call.Method.Authorizer is { } authorizer ? state.AuthorizerId(authorizer) : null,
        RequestValidatorId = call.Method.RequestValidator is { } validator ? state.RequestValidatorId(validator) : null,
        AuthorizationScopes = List(call.Method.AuthorizationScopes),
        ApiKeyRequired = call.Method.ApiKeyRequired,
        OperationName = call.Method.OperationName,
        RequestModels = Map(call.Method.RequestModels),
        RequestParameters = Map(call.Method.RequestParameters),
    };

    public static PutMethodResponseRequest MethodResponse(RestCall.PutMethodResponse call, ApiState state) => new()
    {
        RestApiId = state.ApiId,
        ResourceId = state.ResourceId(call.Route.Path),
        HttpMethod = Verb(call.Route),
        StatusCode = call.Response.StatusCode,
        ResponseParameters = Map(call.Response.ResponseParameters),
        ResponseModels = Map(call.Response.ResponseModels),
    };

    public static PutIntegrationRequest Integration(RestCall.PutIntegration call, ApiState state) => new()
    {
        RestApiId = state.ApiId,
        ResourceId = state.ResourceId(call.Route.Path),
        HttpMethod = Verb(call.Route),
        Type = call.Integration.Type.ToString(),
        IntegrationHttpMethod = call.Integration.HttpMethod,
        Uri = call.Integration.Uri,
        Credentials = call.Integration.Credentials,
        RequestParameters = Map(call.Integration.RequestParameters),
        RequestTemplates = Map(call.Integration.RequestTemplates),
        PassthroughBehavior = (call.Integration.PassthroughBehavior ?? PassthroughBehavior.WHEN_NO_MATCH).ToString(),
        ContentHandling = call.Integration.ContentHandling?.ToString(),
        ConnectionType = call.Integration.ConnectionType?.ToString(),
        ConnectionId = call.Integration.ConnectionId,
        TlsConfig = call.Integration.Tls is { } tls ? new() { InsecureSkipVerification = tls.InsecureSkipVerification } : null,
        CacheKeyParameters = List(call.Integration.CacheKeyParameters),
        CacheNamespace = call.Integration.CacheNamespace,
        TimeoutInMillis = call.Integration.TimeoutInMillis,
    };

    public static PutIntegrationResponseRequest IntegrationResponse(RestCall.PutIntegrationResponse call, ApiState state) => new()
    {
        RestApiId = state.ApiId,
        ResourceId = state.ResourceId(call.Route.Path),
        HttpMethod = Verb(call.Route),
        StatusCode = call.Response.StatusCode,
        SelectionPattern = call.Response.SelectionPattern,
        ResponseParameters = Map(call.Response.ResponseParameters),
        ResponseTemplates = Map(call.Response.ResponseTemplates),
        ContentHandling = call.Response.ContentHandling?.ToString(),
    };

    public static CreateStageRequest Stage(RestCall.CreateStage call, ApiState state) => new()
    {
        RestApiId = state.ApiId,
        StageName = call.Stage.Name,
        Description = call.Stage.Description,
        Variables = Map(call.Stage.Variables),
        DeploymentId = state.DeploymentId(call.ContentHash),
    };

    public static List<PatchOperation> Patch(ApiChange change)
    {
        var patch = new List<PatchOperation>();
        if (change.Name is { } name) patch.Add(Replace("/name", name));
        if (change.Description is { } description) patch.Add(Replace("/description", description));
        if (change.DisableExecuteApiEndpoint is { } disable) patch.Add(Replace("/disableExecuteApiEndpoint", disable ? "true" : "false"));
        if (change.EndpointType is { } type) patch.Add(Replace($"/endpointConfiguration/types/{change.EndpointTypeBefore}", type.ToString()));
        if (change.ApiKeySource is { } source) patch.Add(Replace("/apiKeySource", source.ToString()));
        patch.AddRange(change.AddBinaryMediaTypes.Select(t => new PatchOperation { Op = Op.Add, Path = $"/binaryMediaTypes/{Escaped(t)}" }));
        patch.AddRange(change.RemoveBinaryMediaTypes.Select(t => new PatchOperation { Op = Op.Remove, Path = $"/binaryMediaTypes/{Escaped(t)}" }));
        if (change.MinimumCompressionSize is { } size) patch.Add(Replace("/minimumCompressionSize", CompressionSize(size)));
        if (change.Policy is { } policy) patch.Add(Replace("/policy", policy));
        return patch;
    }

    /// <summary>Without a value, compression is turned off: AWS knows no other operation for it.</summary>
    private static string? CompressionSize(int size) => size == ApiChange.NoCompression ? null : size.ToString(CultureInfo.InvariantCulture);

    /// <summary>A segment of a JSON pointer.</summary>
    private static string Escaped(string segment) => segment.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    public static List<PatchOperation> Patch(StageChange change, ApiState state)
    {
        var patch = new List<PatchOperation>();
        if (change.ContentHash is { } hash) patch.Add(Replace("/deploymentId", state.DeploymentId(hash)));
        if (change.Description is { } description) patch.Add(Replace("/description", description));
        patch.AddRange(change.SetVariables.Select(v => Replace($"/variables/{v.Key}", v.Value)));
        patch.AddRange(change.RemoveVariables.Select(k => new PatchOperation { Op = Op.Remove, Path = $"/variables/{k}" }));
        return patch;
    }

    private static PatchOperation Replace(string path, string? value) => new() { Op = Op.Replace, Path = path, Value = value };

    public static string Verb(RouteKey route) => route.Method.ToString();

    /// <summary>An empty map is left out: AWS reads it as null all the same.</summary>
    public static Dictionary<string, T>? Map<T>(ValueMap<T> map) => map.Count == 0 ? null : map.ToDictionary();

    public static List<string>? List(ValueList<string> list) => list.Count == 0 ? null : [.. list];
}

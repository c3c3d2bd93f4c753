using System.Globalization;
using Amazon.APIGateway;
using Amazon.APIGateway.Model;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;
using DirectRoute.Core.Planning;

namespace DirectRoute.Operator.Cloud;

/// <summary>Makes the calls of a plan for a REST API.</summary>
internal sealed class RestExecutor(IAmazonAPIGateway client, AwsCaller caller, RegionNames region)
{
    public Task<CallResult> ExecuteAsync(RestCall call, ApiState state, CancellationToken cancellationToken) => call switch
    {
        RestCall.CreateRestApi c => CreateApiAsync(c.Api, cancellationToken),
        RestCall.CreateResource c => CreateResourceAsync(c.Path, state, cancellationToken),
        RestCall.CreateDeployment c => CreateDeploymentAsync(c, state, cancellationToken),
        RestCall.CreateAuthorizer or RestCall.CreateRequestValidator => CreatePartAsync(call, state, cancellationToken),
        _ => DoAsync(call, state, cancellationToken),
    };

    private async Task<CallResult> CreateApiAsync(ApiModel api, CancellationToken cancellationToken)
    {
        var type = api.EndpointType ?? EndpointType.REGIONAL;
        var request = new CreateRestApiRequest
        {
            Name = api.Name,
            Description = api.Description,
            EndpointConfiguration = new() { Types = [type.ToString()] },
            DisableExecuteApiEndpoint = api.DisableExecuteApiEndpoint,
            ApiKeySource = api.ApiKeySource?.ToString(),
            BinaryMediaTypes = List(api.BinaryMediaTypes),
            MinimumCompressionSize = api.MinimumCompressionSize,
            Policy = api.Policy,
            Tags = api.Tags.ToDictionary(),
        };
        var quota = type == EndpointType.EDGE ? Quotas.CreateEdgeRestApi : nameof(RestCall.CreateRestApi);
        var made = await caller.CallAsync(
            AwsService.ApiGateway, nameof(RestCall.CreateRestApi), quota, ct => client.CreateRestApiAsync(request, ct), cancellationToken).ConfigureAwait(false);
        return new() { Id = made.Id, Endpoint = region.RestEndpoint(made.Id!), RootResourceId = made.RootResourceId ?? await RootAsync(made.Id!, cancellationToken).ConfigureAwait(false) };
    }

    /// <summary>AWS tells the root of a new API since 2023; not everything that speaks its language does.</summary>
    private async Task<string?> RootAsync(string apiId, CancellationToken cancellationToken)
    {
        var request = new GetResourcesRequest { RestApiId = apiId };
        var page = await caller.CallAsync(AwsService.ApiGateway, "GetResources", ct => client.GetResourcesAsync(request, ct), cancellationToken).ConfigureAwait(false);
        return page.Items?.FirstOrDefault(r => r.Path == "/")?.Id;
    }

    private async Task<CallResult> CreateResourceAsync(string path, ApiState state, CancellationToken cancellationToken)
    {
        var slash = path.LastIndexOf('/');
        var request = new CreateResourceRequest
        {
            RestApiId = state.ApiId,
            ParentId = state.ResourceId(slash == 0 ? "/" : path[..slash]),
            PathPart = path[(slash + 1)..],
        };
        var made = await CallAsync(nameof(RestCall.CreateResource), ct => client.CreateResourceAsync(request, ct), cancellationToken).ConfigureAwait(false);
        return new() { Id = made.Id };
    }

    private async Task<CallResult> CreateDeploymentAsync(RestCall.CreateDeployment call, ApiState state, CancellationToken cancellationToken)
    {
        var request = new CreateDeploymentRequest
        {
            RestApiId = state.ApiId,
            Description = ContentHash.Describe(call.ContentHash, call.Parts),
            StageName = call.Stage?.Name,
            StageDescription = call.Stage?.Description,
            Variables = call.Stage is null ? null : Map(call.Stage.Variables),
        };
        var made = await CallAsync(nameof(RestCall.CreateDeployment), ct => client.CreateDeploymentAsync(request, ct), cancellationToken).ConfigureAwait(false);
        return new() { Id = made.Id, CreatedAt = Pages.Time(made.CreatedDate) };
    }

    private async Task<CallResult> CreatePartAsync(RestCall call, ApiState state, CancellationToken cancellationToken)
    {
        var id = await CallAsync(
            call.Operation,
            async ct => call is RestCall.CreateAuthorizer c
                ? (await client.CreateAuthorizerAsync(RestPartRequests.Create(c, state), ct).ConfigureAwait(false)).Id
                : (await client.CreateRequestValidatorAsync(RestPartRequests.Create((RestCall.CreateRequestValidator)call, state), ct).ConfigureAwait(false)).Id,
            cancellationToken).ConfigureAwait(false);
        return new() { Id = id };
    }

    private async Task<CallResult> DoAsync(RestCall call, ApiState state, CancellationToken cancellationToken)
    {
        await CallAsync<object>(call.Operation, async ct => await SendAsync(call, state, ct).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        return CallResult.None;
    }

    private async Task<object> SendAsync(RestCall call, ApiState state, CancellationToken ct) => call switch
    {
        RestCall.UpdateRestApi c => await client.UpdateRestApiAsync(new() { RestApiId = state.ApiId, PatchOperations = Patch(c.Change) }, ct).ConfigureAwait(false),
        RestCall.DeleteRestApi => await client.DeleteRestApiAsync(new() { RestApiId = state.ApiId }, ct).ConfigureAwait(false),
        RestCall.TagResource c => await client.TagResourceAsync(new() { ResourceArn = region.RestApiArn(state.ApiId), Tags = c.Tags.ToDictionary() }, ct).ConfigureAwait(false),
        RestCall.UntagResource c => await client.UntagResourceAsync(new() { ResourceArn = region.RestApiArn(state.ApiId), TagKeys = [.. c.Keys] }, ct).ConfigureAwait(false),
        RestCall.UpdateRequestValidator c => await client.UpdateRequestValidatorAsync(RestPartRequests.Update(c, state), ct).ConfigureAwait(false),
        RestCall.DeleteRequestValidator c => await client.DeleteRequestValidatorAsync(
            new() { RestApiId = state.ApiId, RequestValidatorId = state.RequestValidatorId(c.Name) }, ct).ConfigureAwait(false),
        RestCall.CreateModel c => await client.CreateModelAsync(RestPartRequests.Create(c, state), ct).ConfigureAwait(false),
        RestCall.UpdateModel c => await client.UpdateModelAsync(RestPartRequests.Update(c, state), ct).ConfigureAwait(false),
        RestCall.DeleteModel c => await client.DeleteModelAsync(new() { RestApiId = state.ApiId, ModelName = c.Name }, ct).ConfigureAwait(false),
        RestCall.UpdateAuthorizer c => await client.UpdateAuthorizerAsync(RestPartRequests.Update(c, state), ct).ConfigureAwait(false),
        RestCall.DeleteAuthorizer c => await client.DeleteAuthorizerAsync(new() { RestApiId = state.ApiId, AuthorizerId = state.AuthorizerId(c.Name) }, ct).ConfigureAwait(false),
        RestCall.PutGatewayResponse c => await client.PutGatewayResponseAsync(RestPartRequests.Put(c, state), ct).ConfigureAwait(false),
        RestCall.DeleteGatewayResponse c => await client.DeleteGatewayResponseAsync(new() { RestApiId = state.ApiId, ResponseType = c.ResponseType }, ct).ConfigureAwait(false),
        RestCall.DeleteResource c => await client.DeleteResourceAsync(new() { RestApiId = state.ApiId, ResourceId = state.ResourceId(c.Path) }, ct).ConfigureAwait(false),
        RestCall.PutMethod c => await client.PutMethodAsync(Method(c, state), ct).ConfigureAwait(false),
        RestCall.DeleteMethod c => await client.DeleteMethodAsync(
            new() { RestApiId = state.ApiId, ResourceId = state.ResourceId(c.Route.Path), HttpMethod = Verb(c.Route) }, ct).ConfigureAwait(false),
        RestCall.PutMethodResponse c => await client.PutMethodResponseAsync(MethodResponse(c, state), ct).ConfigureAwait(false),
        RestCall.DeleteMethodResponse c => await client.DeleteMethodResponseAsync(
            new() { RestApiId = state.ApiId, ResourceId = state.ResourceId(c.Route.Path), HttpMethod = Verb(c.Route), StatusCode = c.StatusCode }, ct).ConfigureAwait(false),
        RestCall.PutIntegration c => await client.PutIntegrationAsync(Integration(c, state), ct).ConfigureAwait(false),
        RestCall.PutIntegrationResponse c => await client.PutIntegrationResponseAsync(IntegrationResponse(c, state), ct).ConfigureAwait(false),
        RestCall.DeleteIntegrationResponse c => await client.DeleteIntegrationResponseAsync(
            new() { RestApiId = state.ApiId, ResourceId = state.ResourceId(c.Route.Path), HttpMethod = Verb(c.Route), StatusCode = c.StatusCode }, ct).ConfigureAwait(false),
        RestCall.DeleteDeployment c => await client.DeleteDeploymentAsync(new() { RestApiId = state.ApiId, DeploymentId = c.DeploymentId }, ct).ConfigureAwait(false),
        RestCall.CreateStage c => await client.CreateStageAsync(Stage(c, state), ct).ConfigureAwait(false),
        RestCall.UpdateStage c => await client.UpdateStageAsync(
            new() { RestApiId = state.ApiId, StageName = c.Name, PatchOperations = Patch(c.Change, state) }, ct).ConfigureAwait(false),
        RestCall.DeleteStage c => await client.DeleteStageAsync(new() { RestApiId = state.ApiId, StageName = c.Name }, ct).ConfigureAwait(false),
        _ => throw new ArgumentException($"{call} is unknown.", nameof(call)),
    };

    private static PutMethodRequest Method(RestCall.PutMethod call, ApiState state) => new()
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

    private static PutMethodResponseRequest MethodResponse(RestCall.PutMethodResponse call, ApiState state) => new()
    {
        RestApiId = state.ApiId,
        ResourceId = state.ResourceId(call.Route.Path),
        HttpMethod = Verb(call.Route),
        StatusCode = call.Response.StatusCode,
        ResponseParameters = Map(call.Response.ResponseParameters),
        ResponseModels = Map(call.Response.ResponseModels),
    };

    private static PutIntegrationRequest Integration(RestCall.PutIntegration call, ApiState state) => new()
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

    private static PutIntegrationResponseRequest IntegrationResponse(RestCall.PutIntegrationResponse call, ApiState state) => new()
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

    private static CreateStageRequest Stage(RestCall.CreateStage call, ApiState state) => new()
    {
        RestApiId = state.ApiId,
        StageName = call.Stage.Name,
        Description = call.Stage.Description,
        Variables = Map(call.Stage.Variables),
        DeploymentId = state.DeploymentId(call.ContentHash),
    };

    private static List<PatchOperation> Patch(ApiChange change)
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

    private static List<PatchOperation> Patch(StageChange change, ApiState state)
    {
        var patch = new List<PatchOperation>();
        if (change.ContentHash is { } hash) patch.Add(Replace("/deploymentId", state.DeploymentId(hash)));
        if (change.Description is { } description) patch.Add(Replace("/description", description));
        patch.AddRange(change.SetVariables.Select(v => Replace($"/variables/{v.Key}", v.Value)));
        patch.AddRange(change.RemoveVariables.Select(k => new PatchOperation { Op = Op.Remove, Path = $"/variables/{k}" }));
        return patch;
    }

    private static PatchOperation Replace(string path, string? value) => new() { Op = Op.Replace, Path = path, Value = value };

    private static string Verb(RouteKey route) => route.Method.ToString();

    /// <summary>An empty map is left out: AWS reads it as null all the same.</summary>
    private static Dictionary<string, T>? Map<T>(ValueMap<T> map) => map.Count == 0 ? null : map.ToDictionary();

    private static List<string>? List(ValueList<string> list) => list.Count == 0 ? null : [.. list];

    private Task<T> CallAsync<T>(string operation, Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken) =>
        caller.CallAsync(AwsService.ApiGateway, operation, call, cancellationToken);
}

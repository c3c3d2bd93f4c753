using Amazon.APIGateway;
using Amazon.APIGateway.Model;
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
            BinaryMediaTypes = RestRequests.List(api.BinaryMediaTypes),
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
            Variables = call.Stage is null ? null : RestRequests.Map(call.Stage.Variables),
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
        RestCall.UpdateRestApi c => await client.UpdateRestApiAsync(new() { RestApiId = state.ApiId, PatchOperations = RestRequests.Patch(c.Change) }, ct).ConfigureAwait(false),
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
        RestCall.PutMethod c => await client.PutMethodAsync(RestRequests.Method(c, state), ct).ConfigureAwait(false),
        RestCall.DeleteMethod c => await client.DeleteMethodAsync(
            new() { RestApiId = state.ApiId, ResourceId = state.ResourceId(c.Route.Path), HttpMethod = RestRequests.Verb(c.Route) }, ct).ConfigureAwait(false),
        RestCall.PutMethodResponse c => await client.PutMethodResponseAsync(RestRequests.MethodResponse(c, state), ct).ConfigureAwait(false),
        RestCall.DeleteMethodResponse c => await client.DeleteMethodResponseAsync(
            new() { RestApiId = state.ApiId, ResourceId = state.ResourceId(c.Route.Path), HttpMethod = RestRequests.Verb(c.Route), StatusCode = c.StatusCode }, ct).ConfigureAwait(false),
        RestCall.PutIntegration c => await client.PutIntegrationAsync(RestRequests.Integration(c, state), ct).ConfigureAwait(false),
        RestCall.PutIntegrationResponse c => await client.PutIntegrationResponseAsync(RestRequests.IntegrationResponse(c, state), ct).ConfigureAwait(false),
        RestCall.DeleteIntegrationResponse c => await client.DeleteIntegrationResponseAsync(
            new() { RestApiId = state.ApiId, ResourceId = state.ResourceId(c.Route.Path), HttpMethod = RestRequests.Verb(c.Route), StatusCode = c.StatusCode }, ct).ConfigureAwait(false),
        RestCall.DeleteDeployment c => await client.DeleteDeploymentAsync(new() { RestApiId = state.ApiId, DeploymentId = c.DeploymentId }, ct).ConfigureAwait(false),
        RestCall.CreateStage c => await client.CreateStageAsync(RestRequests.Stage(c, state), ct).ConfigureAwait(false),
        RestCall.UpdateStage c => await client.UpdateStageAsync(
            new() { RestApiId = state.ApiId, StageName = c.Name, PatchOperations = RestRequests.Patch(c.Change, state) }, ct).ConfigureAwait(false),
        RestCall.DeleteStage c => await client.DeleteStageAsync(new() { RestApiId = state.ApiId, StageName = c.Name }, ct).ConfigureAwait(false),
        _ => throw new ArgumentException($"{call} is unknown.", nameof(call)),
    };

    private Task<T> CallAsync<T>(string operation, Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken) =>
        caller.CallAsync(AwsService.ApiGateway, operation, call, cancellationToken);
}

using Amazon.ApiGatewayV2;
using Amazon.ApiGatewayV2.Model;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Model;
using DirectRoute.Core.Planning;

namespace DirectRoute.Operator.Cloud;

/// <summary>Makes the calls of a plan for an HTTP API.</summary>
internal sealed class HttpExecutor(IAmazonApiGatewayV2 client, AwsCaller caller, RegionNames region)
{
    public async Task<CallResult> ExecuteAsync(HttpCall call, ApiState state, CancellationToken cancellationToken) =>
        await caller.CallAsync(AwsService.ApiGatewayV2, call.Operation, ct => SendAsync(call, state, ct), cancellationToken).ConfigureAwait(false);

    private async Task<CallResult> SendAsync(HttpCall call, ApiState state, CancellationToken ct)
    {
        switch (call)
        {
            case HttpCall.CreateApi c:
                var api = await client.CreateApiAsync(Api(c.Api), ct).ConfigureAwait(false);
                return new() { Id = api.ApiId, Endpoint = api.ApiEndpoint ?? region.RestEndpoint(api.ApiId!) };
            case HttpCall.CreateIntegration c:
                return new() { Id = (await client.CreateIntegrationAsync(Integration(c, state), ct).ConfigureAwait(false)).IntegrationId };
            case HttpCall.CreateRoute c:
                return new() { Id = (await client.CreateRouteAsync(Route(c, state), ct).ConfigureAwait(false)).RouteId };
            default:
                await ChangeAsync(call, state, ct).ConfigureAwait(false);
                return CallResult.None;
        }
    }

    private Task ChangeAsync(HttpCall call, ApiState state, CancellationToken ct) => call switch
    {
        HttpCall.UpdateApi c => client.UpdateApiAsync(
            new() { ApiId = state.ApiId, Name = c.Change.Name, Description = c.Change.Description, DisableExecuteApiEndpoint = c.Change.DisableExecuteApiEndpoint }, ct),
        HttpCall.DeleteApi => client.DeleteApiAsync(new() { ApiId = state.ApiId }, ct),
        HttpCall.TagResource c => client.TagResourceAsync(new() { ResourceArn = region.HttpApiArn(state.ApiId), Tags = c.Tags.ToDictionary() }, ct),
        HttpCall.UntagResource c => client.UntagResourceAsync(new() { ResourceArn = region.HttpApiArn(state.ApiId), TagKeys = [.. c.Keys] }, ct),
        HttpCall.UpdateIntegration c => client.UpdateIntegrationAsync(Integration(c, state), ct),
        HttpCall.DeleteIntegration c => client.DeleteIntegrationAsync(new() { ApiId = state.ApiId, IntegrationId = c.IntegrationId }, ct),
        HttpCall.UpdateRoute c => client.UpdateRouteAsync(Route(c, state), ct),
        HttpCall.DeleteRoute c => client.DeleteRouteAsync(new() { ApiId = state.ApiId, RouteId = state.RouteId(c.Key) }, ct),
        HttpCall.CreateStage c => client.CreateStageAsync(Stage(c.Stage, state), ct),
        HttpCall.UpdateStage c => client.UpdateStageAsync(Stage(c, state), ct),
        HttpCall.DeleteStage c => client.DeleteStageAsync(new() { ApiId = state.ApiId, StageName = c.Name }, ct),
        _ => throw new ArgumentException($"{call} is unknown.", nameof(call)),
    };

    private static CreateApiRequest Api(ApiModel api) => new()
    {
        Name = api.Name,
        ProtocolType = ProtocolType.HTTP,
        Description = api.Description,
        DisableExecuteApiEndpoint = api.DisableExecuteApiEndpoint,
        Tags = api.Tags.ToDictionary(),
    };

    private static CreateIntegrationRequest Integration(HttpCall.CreateIntegration call, ApiState state) => new()
    {
        ApiId = state.ApiId,
        IntegrationType = call.Integration.Type.ToString(),
        IntegrationSubtype = call.Integration.Subtype,
        IntegrationUri = call.Integration.Uri,
        IntegrationMethod = call.Integration.HttpMethod,
        CredentialsArn = call.Integration.Credentials,
        RequestParameters = Map(call.Integration.RequestParameters),
        PayloadFormatVersion = call.Integration.PayloadFormatVersion,
        TimeoutInMillis = call.Integration.TimeoutInMillis,
    };

    /// <summary>AWS wants type and subtype again, keeps every parameter that is not mentioned, and removes those set to nothing.</summary>
    private static UpdateIntegrationRequest Integration(HttpCall.UpdateIntegration call, ApiState state) => new()
    {
        ApiId = state.ApiId,
        IntegrationId = state.IntegrationId(call.Route),
        IntegrationType = call.Integration.Type.ToString(),
        IntegrationSubtype = call.Integration.Subtype,
        IntegrationUri = call.Integration.Uri,
        IntegrationMethod = call.Integration.HttpMethod,
        CredentialsArn = call.Integration.Credentials,
        RequestParameters = WithRemoved(call.Integration.RequestParameters, call.RemovedParameters),
        PayloadFormatVersion = call.Integration.PayloadFormatVersion,
        TimeoutInMillis = call.Integration.TimeoutInMillis,
    };

    private static CreateRouteRequest Route(HttpCall.CreateRoute call, ApiState state) => new()
    {
        ApiId = state.ApiId,
        RouteKey = call.Route.ToString(),
        AuthorizationType = call.Authorization.ToString(),
        Target = Target(call.Route, state),
    };

    private static UpdateRouteRequest Route(HttpCall.UpdateRoute call, ApiState state) => new()
    {
        ApiId = state.ApiId,
        RouteId = state.RouteId(call.Route.ToString()),
        AuthorizationType = call.Authorization.ToString(),
        Target = Target(call.Route, state),
    };

    private static CreateStageRequest Stage(StageModel stage, ApiState state) => new()
    {
        ApiId = state.ApiId,
        StageName = stage.Name,
        AutoDeploy = true,
        Description = stage.Description,
        StageVariables = Map(stage.Variables),
    };

    private static UpdateStageRequest Stage(HttpCall.UpdateStage call, ApiState state) => new()
    {
        ApiId = state.ApiId,
        StageName = call.Name,
        AutoDeploy = call.Change.AutoDeploy,
        Description = call.Change.Description,
        StageVariables = WithRemoved(call.Change.SetVariables, call.Change.RemoveVariables),
    };

    private static string Target(RouteKey key, ApiState state) => $"integrations/{state.IntegrationId(key)}";

    private static Dictionary<string, string>? WithRemoved(ValueMap<string> set, ValueList<string> removed) =>
        Map(set.Concat(removed.Select(k => KeyValuePair.Create(k, ""))).ToValueMap());

    private static Dictionary<string, string>? Map(ValueMap<string> map) => map.Count == 0 ? null : map.ToDictionary();
}

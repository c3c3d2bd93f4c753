using Amazon.ApiGatewayV2;
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
                var api = await client.CreateApiAsync(HttpRequests.Api(c.Api), ct).ConfigureAwait(false);
                return new() { Id = api.ApiId, Endpoint = api.ApiEndpoint ?? region.RestEndpoint(api.ApiId!) };
            case HttpCall.CreateAuthorizer c:
                return new() { Id = (await client.CreateAuthorizerAsync(HttpRequests.Authorizer(c, state), ct).ConfigureAwait(false)).AuthorizerId };
            case HttpCall.CreateIntegration c:
                return new() { Id = (await client.CreateIntegrationAsync(HttpRequests.Integration(c, state), ct).ConfigureAwait(false)).IntegrationId };
            case HttpCall.CreateRoute c:
                return new() { Id = (await client.CreateRouteAsync(HttpRequests.Route(c, state), ct).ConfigureAwait(false)).RouteId };
            default:
                await ChangeAsync(call, state, ct).ConfigureAwait(false);
                return CallResult.None;
        }
    }

    private Task ChangeAsync(HttpCall call, ApiState state, CancellationToken ct) => call switch
    {
        HttpCall.UpdateApi c => client.UpdateApiAsync(HttpRequests.Api(c.Change, state), ct),
        HttpCall.DeleteCorsConfiguration => client.DeleteCorsConfigurationAsync(new() { ApiId = state.ApiId }, ct),
        HttpCall.UpdateAuthorizer c => client.UpdateAuthorizerAsync(HttpRequests.Authorizer(c, state), ct),
        HttpCall.DeleteAuthorizer c => client.DeleteAuthorizerAsync(new() { ApiId = state.ApiId, AuthorizerId = state.AuthorizerId(c.Name) }, ct),
        HttpCall.DeleteApi => client.DeleteApiAsync(new() { ApiId = state.ApiId }, ct),
        HttpCall.TagResource c => client.TagResourceAsync(new() { ResourceArn = region.HttpApiArn(state.ApiId), Tags = c.Tags.ToDictionary() }, ct),
        HttpCall.UntagResource c => client.UntagResourceAsync(new() { ResourceArn = region.HttpApiArn(state.ApiId), TagKeys = [.. c.Keys] }, ct),
        HttpCall.UpdateIntegration c => client.UpdateIntegrationAsync(HttpRequests.Integration(c, state), ct),
        HttpCall.DeleteIntegration c => client.DeleteIntegrationAsync(new() { ApiId = state.ApiId, IntegrationId = c.IntegrationId }, ct),
        HttpCall.UpdateRoute c => client.UpdateRouteAsync(HttpRequests.Route(c, state), ct),
        HttpCall.DeleteRoute c => client.DeleteRouteAsync(new() { ApiId = state.ApiId, RouteId = state.RouteId(c.Key) }, ct),
        HttpCall.CreateStage c => client.CreateStageAsync(HttpRequests.Stage(c.Stage, state), ct),
        HttpCall.UpdateStage c => client.UpdateStageAsync(HttpRequests.Stage(c, state), ct),
        HttpCall.DeleteStage c => client.DeleteStageAsync(new() { ApiId = state.ApiId, StageName = c.Name }, ct),
        _ => throw new ArgumentException($"{call} is unknown.", nameof(call)),
    };
}

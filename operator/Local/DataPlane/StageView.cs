using DirectRoute.Core.Catalogue;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Gateway;
using DirectRoute.Local.Services;
using DirectRoute.Local.State;

namespace DirectRoute.Local.DataPlane;

/// <summary>A stage as one request sees it, from its first look to its last: the control plane may change the stage meanwhile.</summary>
internal sealed record StageView(string AccountId, string Region, string DeploymentId, ServedDeployment Deployment, ValueMap<string> Variables)
{
    /// <summary>The stage of a target; null when there is none that may be reached.</summary>
    public static StageView? Of(AccountStates accounts, RequestTarget target)
    {
        if (accounts.FindRestApi(target.ApiId) is not var (region, api) || api.Api.DisableExecuteApiEndpoint) return null;
        if (!api.Stages.TryGetValue(target.Stage, out var stage) || stage.DeploymentId is not { } id) return null;
        if (!api.Deployments.TryGetValue(id, out var deployment)) return null;
        return new StageView(region.AccountId, region.Region, id, ServedDeployment.Of(deployment, region.Region), stage.Variables is { } v ? v.ToValueMap() : default);
    }

    /// <summary>Who calls a backend, for one request.</summary>
    public CallOrigin Origin(RequestTarget target, PreparedRoute route, string method, RequestIds ids) =>
        new(target.ApiId, $"arn:{Partitions.OfRegion(Region)}:execute-api:{Region}:{AccountId}:{target.ApiId}/{target.Stage}/{method}{route.Route.Path}", ids.TraceId);
}

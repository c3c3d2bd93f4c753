using DirectRoute.Core.Collections;
using DirectRoute.Core.Model;
using DirectRoute.Core.Policies.Evaluation;
using DirectRoute.Local.ControlPlane.Rest;
using DirectRoute.Local.DataPlane.AccessLogs;
using DirectRoute.Local.DataPlane.Stages;
using DirectRoute.Local.DataPlane.Throttling;
using DirectRoute.Local.State;

namespace DirectRoute.Local.DataPlane.Rest;

/// <summary>A stage of a REST API.</summary>
/// <param name="RegionState">Whose account and region it is.</param>
/// <param name="Settings">The stage's settings; they hold from the next request on, deployed or not.</param>
/// <param name="Deployment">The snapshot that it serves.</param>
/// <param name="Variables">The variables of the stage.</param>
internal sealed record RestStageView(RegionState RegionState, RestStage Settings, ServedRestDeployment Deployment, ValueMap<string> Variables)
    : StageView(RegionState.AccountId, RegionState.Region, Settings.DeploymentId!, Variables)
{
    public override ApiModel Api => Deployment.Api;

    public override IamPolicy? ResourcePolicy => Deployment.ResourcePolicy;

    protected override IReadOnlyDictionary<string, string> AuthorizerIds => Deployment.AuthorizerIds;

    public override AccessLogTarget? AccessLog => AccessLogTarget.Of(Settings.AccessLogSettings?.Format, Settings.AccessLogSettings?.DestinationArn);

    /// <summary>The stage; null when there is none that may be reached.</summary>
    public static RestStageView? Of(RegionState region, RestApiState api, string name)
    {
        if (api.Api.DisableExecuteApiEndpoint || !api.Stages.TryGetValue(name, out var stage) || stage.DeploymentId is not { } id) return null;
        if (!api.Deployments.TryGetValue(id, out var deployment)) return null;
        return new RestStageView(region, stage, ServedRestDeployment.Of(deployment, region), stage.Variables is { } v ? v.ToValueMap() : default);
    }

    public override RouteMatch? Find(string method, string path) => Deployment.Routes.Find(path) is var (resource, parameters)
        ? new RouteMatch(resource.Method(method), resource.Id, resource.Path, parameters)
        : null;

    public override ThrottleLimit? Throttle(ServedRoute route, string method) => RestThrottles.Of(Settings.MethodSettings, route, method);
}

using DirectRoute.Core.Collections;
using DirectRoute.Core.Model;
using DirectRoute.Local.ControlPlane.Http;
using DirectRoute.Local.DataPlane.AccessLogs;
using DirectRoute.Local.DataPlane.Stages;
using DirectRoute.Local.DataPlane.Throttling;
using DirectRoute.Local.State;

namespace DirectRoute.Local.DataPlane.Http;

/// <summary>A stage of an HTTP API.</summary>
/// <param name="RegionState">Whose account and region it is.</param>
/// <param name="Settings">The stage's settings; they hold from the next request on, deployed or not.</param>
/// <param name="Deployment">The snapshot that it serves.</param>
/// <param name="Variables">The variables of the stage.</param>
internal sealed record HttpStageView(RegionState RegionState, HttpStage Settings, ServedHttpDeployment Deployment, ValueMap<string> Variables)
    : StageView(RegionState.AccountId, RegionState.Region, Settings.DeploymentId!, Variables)
{
    /// <summary>The stage that serves what names no other, without a segment of its own in the path.</summary>
    public const string DefaultName = "$default";

    public override ApiModel Api => Deployment.Api;

    protected override IReadOnlyDictionary<string, string> AuthorizerIds => Deployment.AuthorizerIds;

    public override AccessLogTarget? AccessLog => AccessLogTarget.Of(Settings.AccessLogSettings?.Format, Settings.AccessLogSettings?.DestinationArn);

    /// <summary>The stage; null when there is none that may be reached.</summary>
    public static HttpStageView? Of(RegionState region, HttpApiState api, string name)
    {
        if (api.Api.DisableExecuteApiEndpoint == true || !api.Stages.TryGetValue(name, out var stage) || stage.DeploymentId is not { } id) return null;
        if (!api.Deployments.TryGetValue(id, out var deployment)) return null;
        return new HttpStageView(region, stage, ServedHttpDeployment.Of(deployment, region.Region), stage.StageVariables is { } v ? v.ToValueMap() : default);
    }

    public override RouteMatch? Find(string method, string path) => Deployment.Routes.Find(method, path);

    /// <summary>A route's own limit, else that of the stage; none where neither says a rate and a burst.</summary>
    public override ThrottleLimit? Throttle(ServedRoute route, string method)
    {
        var settings = Settings.RouteSettings?.GetValueOrDefault(route.Key) is { ThrottlingRateLimit: not null } own ? own : Settings.DefaultRouteSettings;
        return settings is { ThrottlingRateLimit: { } rate, ThrottlingBurstLimit: { } burst } ? new ThrottleLimit(settings, rate, burst) : null;
    }
}

using DirectRoute.Local.State;

namespace DirectRoute.Local.ControlPlane.Http;

/// <summary>Stages with <c>autoDeploy</c> serve every change at once, by deployments of their own.</summary>
internal static class AutoDeployment
{
    private const string Description = "Automatic deployment triggered by changes to the Api configuration";

    /// <summary>The API with a new deployment on those stages. An automatic deployment that no stage serves any more goes: nobody asked for it.</summary>
    public static HttpApiState Apply(HttpApiState api, DateTimeOffset now)
    {
        if (!api.Stages.Values.Any(s => s.AutoDeploy == true)) return api;
        var deployment = New(Description, now) with { AutoDeployed = true };
        var stages = api.Stages.SetItems(api.Stages.Where(s => s.Value.AutoDeploy == true).Select(s => KeyValuePair.Create(s.Key, Served(s.Value, deployment, now))));
        var deployments = api.Deployments.Add(deployment.DeploymentId!, new(deployment, api.Api, api.Content));
        var left = deployments.Values.Where(d => d.Deployment.AutoDeployed && !stages.Values.Any(s => s.DeploymentId == d.Deployment.DeploymentId));
        return api with { Stages = stages, Deployments = deployments.RemoveRange(left.Select(d => d.Deployment.DeploymentId!)) };
    }

    public static HttpDeployment New(string? description, DateTimeOffset now) =>
        new() { DeploymentId = Ids.Part(), DeploymentStatus = "DEPLOYED", CreatedDate = HttpTime.Of(now), Description = description };

    public static HttpStage Served(HttpStage stage, HttpDeployment deployment, DateTimeOffset now) => stage with
    {
        DeploymentId = deployment.DeploymentId,
        LastDeploymentStatusMessage = stage.AutoDeploy == true ? $"Successfully deployed stage with deployment ID '{deployment.DeploymentId}'" : stage.LastDeploymentStatusMessage,
        LastUpdatedDate = HttpTime.Of(now),
    };
}

/// <summary>Points in time as HTTP APIs write them: ISO 8601, whole seconds, UTC.</summary>
internal static class HttpTime
{
    public static DateTimeOffset Of(DateTimeOffset time) => DateTimeOffset.FromUnixTimeSeconds(time.ToUnixTimeSeconds());
}

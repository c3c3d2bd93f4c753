using DirectRoute.Local.State;

namespace DirectRoute.Local.ControlPlane.Rest;

/// <summary>What CreateDeployment does to the stage that it names.</summary>
internal static class StageDeployment
{
    /// <summary>The API with the stage made, moved to the deployment, or given it as a canary.</summary>
    public static RestApiState Apply(RestApiState api, RestDeployment deployment, CreateDeployment request, DateTimeOffset now)
    {
        var stage = api.Stages.GetValueOrDefault(request.StageName!) ?? StageOperations.New(new() { StageName = request.StageName, Description = request.StageDescription }, now);
        stage = request.CanarySettings is { } canary
            ? stage with { CanarySettings = canary with { DeploymentId = deployment.Id, UseStageCache = canary.UseStageCache ?? false, PercentTraffic = canary.PercentTraffic ?? 0 } }
            : stage with { DeploymentId = deployment.Id };
        stage = stage with
        {
            Description = request.StageDescription ?? stage.Description,
            Variables = RestMaps<string>.NullIfEmpty((stage.Variables ?? RestMaps<string>.Empty).SetItems(request.Variables ?? RestMaps<string>.Empty)),
            TracingEnabled = request.TracingEnabled ?? stage.TracingEnabled,
            CacheClusterEnabled = request.CacheClusterEnabled ?? stage.CacheClusterEnabled,
            CacheClusterSize = request.CacheClusterSize ?? stage.CacheClusterSize,
            LastUpdatedDate = now.ToUnixTimeSeconds(),
        };
        return api with { Stages = api.Stages.SetItem(stage.StageName!, stage) };
    }
}

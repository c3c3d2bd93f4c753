using DirectRoute.Local.Protocol;
using DirectRoute.Local.State;

namespace DirectRoute.Local.ControlPlane.Rest;

/// <summary>Operations on stages.</summary>
internal static class StageOperations
{
    public static Answer Create(OperationCall call) => (
        from request in call.Read(RestJson.Default.RestStage)
        from api in call.Api()
        from stage in request.Unless(StageRules.Refusal(request, api))
        select Keep(call, api, New(stage, call.Now))).Answer(201, RestJson.Default.RestStage);

    public static Answer Get(OperationCall call) => Find(call).Answer(200, RestJson.Default.RestStage);

    /// <summary>Recorded on AWS: the list has no pages, and shows the stages of one deployment when it is asked to.</summary>
    public static Answer List(OperationCall call) => (
        from api in call.Api()
        let deployment = (string?)call.Query["deploymentId"]
        select new RestStages([.. api.Stages.Values.Where(s => string.IsNullOrEmpty(deployment) || s.DeploymentId == deployment)])).Answer(200, RestJson.Default.RestStages);

    public static Answer Update(OperationCall call) => (
        from patch in call.Read(RestJson.Default.PatchRequest)
        from api in call.Api()
        from before in Find(call)
        from operations in patch.Operations("updateStageInput")
        from after in StagePatch.Apply(before, operations, api)
        select Keep(call, api, after with { LastUpdatedDate = call.Now.ToUnixTimeSeconds() })).Answer(200, RestJson.Default.RestStage);

    public static Answer Delete(OperationCall call) => (
        from api in call.Api()
        from stage in Find(call)
        select call.Keep(api with { Stages = api.Stages.Remove(stage.StageName!) })).Answer(202);

    /// <summary>Nothing is cached here, so there is nothing to forget: of responses and of authorizers.</summary>
    public static Answer FlushCache(OperationCall call) => Find(call).Answer(202);

    /// <summary>Recorded on AWS: what a new stage is given by itself.</summary>
    public static RestStage New(RestStage request, DateTimeOffset now) => request with
    {
        CacheClusterEnabled = request.CacheClusterEnabled ?? false,
        CacheClusterStatus = request.CacheClusterEnabled == true ? "CREATE_IN_PROGRESS" : "NOT_AVAILABLE",
        MethodSettings = RestMaps<MethodSetting>.Empty,
        TracingEnabled = request.TracingEnabled ?? false,
        Variables = RestMaps<string>.NullIfEmpty(request.Variables),
        Tags = RestMaps<string>.NullIfEmpty(request.Tags),
        CanarySettings = request.CanarySettings is { } canary
            ? canary with { UseStageCache = canary.UseStageCache ?? false, PercentTraffic = canary.PercentTraffic ?? 0 } : null,
        CreatedDate = now.ToUnixTimeSeconds(),
        LastUpdatedDate = now.ToUnixTimeSeconds(),
    };

    private static Outcome<RestStage> Find(OperationCall call) => (
        from api in call.Api()
        from stage in api.Stages.GetValueOrDefault(call.Path["stage_name"]).Or(Answer.NotFound("Invalid stage identifier specified"))
        select stage);

    private static RestStage Keep(OperationCall call, RestApiState api, RestStage stage)
    {
        call.Keep(api with { Stages = api.Stages.SetItem(stage.StageName!, stage) });
        return stage;
    }
}

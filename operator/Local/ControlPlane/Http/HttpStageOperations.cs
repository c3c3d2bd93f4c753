using DirectRoute.Local.Protocol;
using DirectRoute.Local.State;

namespace DirectRoute.Local.ControlPlane.Http;

/// <summary>Operations on stages.</summary>
internal static class HttpStageOperations
{
    public static Answer Create(OperationCall call) => (
        from request in call.Read(HttpJson.Default.HttpStage)
        from api in call.HttpApi()
        from stage in request.Unless(NameRefusal(request.StageName, api) ?? Refusal(api, request))
        select Keep(call, api, New(stage, call.Now))).Answer(201, HttpJson.Default.HttpStage);

    public static Answer Get(OperationCall call) => (
        from api in call.HttpApi()
        from stage in Find(call, api)
        select stage).Answer(200, HttpJson.Default.HttpStage);

    public static Answer List(OperationCall call) => call.HttpApi().Select(a => call.Page(a.Stages.Values)).Answer(200, HttpJson.Default.Stages);

    public static Answer Update(OperationCall call) => (
        from api in call.HttpApi()
        from before in Find(call, api)
        from request in call.Read(HttpJson.Default.HttpStage)
        from changed in Overlay.Apply(call, before with { Tags = null }, HttpJson.Default.HttpStage)
        from stage in changed.Unless(request.DeploymentId is null ? null : Refusal(api, changed))
        select Keep(call, api, Fixed(before, stage, call.Now))).Answer(200, HttpJson.Default.HttpStage);

    public static Answer Delete(OperationCall call) => (
        from api in call.HttpApi()
        from stage in Find(call, api)
        select call.Keep(api with { Stages = api.Stages.Remove(stage.StageName!) })).Answer(204);

    public static Answer DeleteAccessLogSettings(OperationCall call) => (
        from api in call.HttpApi()
        from stage in Find(call, api)
        select Keep(call, api, stage with { AccessLogSettings = null })).Answer(204);

    public static Answer DeleteRouteSettings(OperationCall call) => (
        from api in call.HttpApi()
        from stage in Find(call, api)
        select Keep(call, api, stage with { RouteSettings = stage.RouteSettings?.Remove(call.Path["routeKey"]) })).Answer(204);

    /// <summary>Nothing is cached here, so there is nothing to forget.</summary>
    public static Answer ResetAuthorizersCache(OperationCall call) => (
        from api in call.HttpApi()
        from stage in Find(call, api)
        select stage).Answer(204);

    public static HttpStage New(HttpStage request, DateTimeOffset now) => request with
    {
        AutoDeploy = request.AutoDeploy ?? false,
        CreatedDate = HttpTime.Of(now),
        LastUpdatedDate = HttpTime.Of(now),
        DefaultRouteSettings = request.DefaultRouteSettings ?? new() { DetailedMetricsEnabled = false },
        RouteSettings = request.RouteSettings ?? HttpMaps<HttpRouteSettings>.Empty,
        StageVariables = request.StageVariables ?? HttpMaps<string>.Empty,
        Tags = request.Tags ?? HttpMaps<string>.Empty,
    };

    private static HttpStage Fixed(HttpStage before, HttpStage changed, DateTimeOffset now) => changed with
    {
        StageName = before.StageName,
        Tags = before.Tags,
        CreatedDate = before.CreatedDate,
        LastUpdatedDate = HttpTime.Of(now),
        RouteSettings = changed.RouteSettings ?? HttpMaps<HttpRouteSettings>.Empty,
        StageVariables = changed.StageVariables ?? HttpMaps<string>.Empty,
    };

    /// <summary>A stage that begins to deploy by itself, or that has nothing yet, is given a deployment.</summary>
    private static HttpStage Keep(OperationCall call, HttpApiState api, HttpStage stage)
    {
        var deploys = stage.AutoDeploy == true && api.Stages.GetValueOrDefault(stage.StageName!)?.AutoDeploy != true;
        var changed = api with { Stages = api.Stages.SetItem(stage.StageName!, stage) };
        return (deploys ? call.KeepAndDeploy(changed) : call.Keep(changed)).Stages[stage.StageName!];
    }

    private static Outcome<HttpStage> Find(OperationCall call, HttpApiState api) =>
        api.Stages.GetValueOrDefault(call.Path["stageName"]).Or(NotFound(call.Path["stageName"], api));

    public static Answer NotFound(string? stage, HttpApiState api) => Answer.NotFound($"Unable to find Stage by name {stage} within the API {api.Api.ApiId}");

    private static Answer? NameRefusal(string? name, HttpApiState api)
    {
        if (name != "$default" && (string.IsNullOrEmpty(name) || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-')))
            return Answer.BadRequest("Invalid stage name. Only alphanumeric characters, hyphens, and underscores are allowed, or $default");
        return api.Stages.ContainsKey(name) ? Answer.Conflict("Stage already exists") : null;
    }

    private static Answer? Refusal(HttpApiState api, HttpStage stage)
    {
        if (stage.DeploymentId is not { } deployment) return null;
        if (stage.AutoDeploy == true) return Answer.BadRequest("Deployment ID cannot be set on a stage with auto-deploy enabled");
        return api.Deployments.ContainsKey(deployment) ? null
            : Answer.NotFound($"Unable to find Deployment by ID {deployment} within the API {api.Api.ApiId}");
    }
}

using DirectRoute.Local.Protocol;
using DirectRoute.Local.State;

namespace DirectRoute.Local.ControlPlane.Http;

/// <summary>Operations on deployments: snapshots of an API.</summary>
internal static class HttpDeploymentOperations
{
    public static Answer Create(OperationCall call) => (
        from request in call.Read(HttpJson.Default.CreateHttpDeployment)
        from found in call.HttpApi()
        from api in found.Unless(Refusal(found, request))
        select Deploy(call, api, request)).Answer(201, HttpJson.Default.HttpDeployment);

    public static Answer Get(OperationCall call) => (
        from api in call.HttpApi()
        from deployment in Find(call, api)
        select deployment.Deployment).Answer(200, HttpJson.Default.HttpDeployment);

    public static Answer List(OperationCall call) => (
        from api in call.HttpApi()
        select call.Page(api.Deployments.Values.Select(d => d.Deployment).OrderByDescending(d => d.CreatedDate).ThenBy(d => d.DeploymentId, StringComparer.Ordinal)))
        .Answer(200, HttpJson.Default.Deployments);

    public static Answer Update(OperationCall call) => (
        from api in call.HttpApi()
        from before in Find(call, api)
        from request in call.Read(HttpJson.Default.CreateHttpDeployment)
        select Keep(call, api, before with { Deployment = before.Deployment with { Description = request.Description ?? before.Deployment.Description } }))
        .Answer(200, HttpJson.Default.HttpDeployment);

    public static Answer Delete(OperationCall call) => (
        from api in call.HttpApi()
        from found in Find(call, api)
        from unused in found.Unless(api.Stages.Values.Any(s => s.DeploymentId == found.Deployment.DeploymentId)
            ? Answer.BadRequest("Active stages pointing to this deployment must be moved or deleted") : null)
        select call.Keep(api with { Deployments = api.Deployments.Remove(unused.Deployment.DeploymentId!) })).Answer(204);

    private static Outcome<HttpDeploymentState> Find(OperationCall call, HttpApiState api) =>
        api.Deployments.GetValueOrDefault(call.Path["deploymentId"])
            .Or(Answer.NotFound($"Unable to find Deployment by ID {call.Path["deploymentId"]} within the API {api.Api.ApiId}"));

    private static Answer? Refusal(HttpApiState api, CreateHttpDeployment request)
    {
        if (api.Content.Routes.IsEmpty) return Answer.BadRequest("At least one route is required before deploying the Api.");
        if (request.StageName is not { } name) return null;
        if (!api.Stages.TryGetValue(name, out var stage)) return HttpStageOperations.NotFound(name, api);
        return stage.AutoDeploy == true ? Answer.BadRequest("Deployments cannot be made for a stage with auto-deploy enabled") : null;
    }

    private static HttpDeployment Deploy(OperationCall call, HttpApiState api, CreateHttpDeployment request)
    {
        var deployment = AutoDeployment.New(request.Description, call.Now);
        var stages = request.StageName is { } name ? api.Stages.SetItem(name, AutoDeployment.Served(api.Stages[name], deployment, call.Now)) : api.Stages;
        call.Keep(api with { Stages = stages, Deployments = api.Deployments.Add(deployment.DeploymentId!, new(deployment, api.Api, api.Content)) });
        return deployment;
    }

    private static HttpDeployment Keep(OperationCall call, HttpApiState api, HttpDeploymentState deployment)
    {
        call.Keep(api with { Deployments = api.Deployments.SetItem(deployment.Deployment.DeploymentId!, deployment) });
        return deployment.Deployment;
    }
}

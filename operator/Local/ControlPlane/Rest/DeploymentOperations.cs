using System.Collections.Immutable;
using DirectRoute.Local.ControlPlane.Patching;
using DirectRoute.Local.Protocol;
using DirectRoute.Local.State;

namespace DirectRoute.Local.ControlPlane.Rest;

/// <summary>Operations on deployments: snapshots of an API.</summary>
internal static class DeploymentOperations
{
    private static readonly Patcher<RestDeployment> Patcher = new(
        "updateDeploymentInput", RestJson.Default.RestDeployment, PatchWording.Short, PatchRule.Replace("/description"));

    public static Answer Create(OperationCall call) => (
        from request in call.Read(RestJson.Default.CreateDeployment)
        from found in call.Api()
        from api in found.Unless(DeploymentRules.Refusal(request, found))
        select Deploy(call, api, request)).Answer(201, RestJson.Default.RestDeployment);

    public static Answer Get(OperationCall call) => Find(call).Select(d => Shown(d, call)).Answer(200, RestJson.Default.RestDeployment);

    public static Answer List(OperationCall call) => (
        from api in call.Api()
        let newestFirst = api.Deployments.Values.OrderByDescending(d => d.Deployment.CreatedDate).ThenBy(d => d.Deployment.Id, StringComparer.Ordinal)
        select Paging.Page(newestFirst.Select(d => Shown(d, call)), call.Query)).Answer(200, RestJson.Default.Deployments);

    public static Answer Update(OperationCall call) => (
        from patch in call.Read(RestJson.Default.PatchRequest)
        from api in call.Api()
        from before in Find(call)
        from after in Patcher.Apply(before.Deployment, patch)
        select Keep(call, api, before with { Deployment = after }).Deployment).Answer(200, RestJson.Default.RestDeployment);

    public static Answer Delete(OperationCall call) => (
        from api in call.Api()
        from found in Find(call)
        from unused in found.Unless(DeploymentRules.UseRefusal(api, found.Deployment))
        select call.Keep(api with { Deployments = api.Deployments.Remove(unused.Deployment.Id!) })).Answer(202);

    private static Outcome<RestDeploymentState> Find(OperationCall call) => (
        from api in call.Api()
        from deployment in api.Deployments.GetValueOrDefault(call.Path["deployment_id"]).Or(Answer.NotFound("Invalid Deployment identifier specified"))
        select deployment);

    private static RestDeployment Deploy(OperationCall call, RestApiState api, CreateDeployment request)
    {
        var deployment = new RestDeployment { Id = Ids.Part(), Description = request.Description, CreatedDate = call.Now.ToUnixTimeSeconds() };
        var deployed = api with { Deployments = api.Deployments.Add(deployment.Id, new RestDeploymentState(deployment, api.Api, api.Content)) };
        call.Keep(string.IsNullOrEmpty(request.StageName) ? deployed : StageDeployment.Apply(deployed, deployment, request, call.Now));
        return deployment;
    }

    private static RestDeploymentState Keep(OperationCall call, RestApiState api, RestDeploymentState deployment)
    {
        call.Keep(api with { Deployments = api.Deployments.SetItem(deployment.Deployment.Id!, deployment) });
        return deployment;
    }

    private static RestDeployment Shown(RestDeploymentState deployment, OperationCall call) =>
        call.Query["embed"].Contains("apisummary") ? deployment.Deployment with { ApiSummary = Summary(deployment.Content) } : deployment.Deployment;

    private static ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, MethodSnapshot>> Summary(RestContent content) =>
        content.Resources.Values.Where(r => r.ResourceMethods is { Count: > 0 }).ToImmutableSortedDictionary(
            r => r.Path!,
            r => r.ResourceMethods!.ToImmutableSortedDictionary(m => m.Key, m => new MethodSnapshot(m.Value.AuthorizationType, m.Value.ApiKeyRequired ?? false), StringComparer.Ordinal),
            StringComparer.Ordinal);
}

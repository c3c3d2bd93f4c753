using DirectRoute.Core.Model;
using DirectRoute.Local.ControlPlane.Rest;
using DirectRoute.Local.ControlPlane.Rest.Documents;
using DirectRoute.Local.State;

namespace DirectRoute.Local.Publishing;

/// <summary>A compiled REST API as the control plane keeps it, deployed to its stages.</summary>
internal static class RestPublication
{
    /// <param name="id">The API's id.</param>
    /// <param name="former">What has the id now; resources keep theirs.</param>
    public static RestApiState Of(ApiModel model, string id, RestApiState? former, DateTimeOffset now)
    {
        var before = former ?? RestApiOperations.Empty(new() { Id = id, CreatedDate = now.ToUnixTimeSeconds() });
        var content = new ContentOfModel(before.Content, id, isOverwrite: true).Of(model);
        var state = new RestApiState(Settings(model, before.Api), content);
        return content.Methods().Any() ? Deployed(state, model, now) : state;
    }

    private static RestApi Settings(ApiModel model, RestApi before) => before with
    {
        Name = model.Name,
        Description = model.Description,
        ApiKeySource = (model.ApiKeySource ?? ApiKeySource.HEADER).ToString(),
        BinaryMediaTypes = model.BinaryMediaTypes.Count == 0 ? null : model.BinaryMediaTypes,
        MinimumCompressionSize = model.MinimumCompressionSize,
        Policy = model.Policy,
        DisableExecuteApiEndpoint = model.DisableExecuteApiEndpoint,
        EndpointConfiguration = RestApiOperations.NewEndpoint(new() { Types = [(model.EndpointType ?? default).ToString()] }),
        Tags = MethodOfRoute.Map(model.Tags),
    };

    private static RestApiState Deployed(RestApiState api, ApiModel model, DateTimeOffset now)
    {
        var deployment = new RestDeployment { Id = Ids.Part(), CreatedDate = now.ToUnixTimeSeconds() };
        return api with
        {
            Deployments = api.Deployments.Add(deployment.Id, new(deployment, api.Api, api.Content)),
            Stages = api.Stages.AddRange(model.Stages.Select(s => KeyValuePair.Create(s.Name, Stage(s, deployment.Id, now)))),
        };
    }

    private static RestStage Stage(StageModel stage, string deploymentId, DateTimeOffset now) => StageOperations.New(
        new()
        {
            StageName = stage.Name,
            Description = stage.Description,
            Variables = MethodOfRoute.Map(stage.Variables),
            DeploymentId = deploymentId,
        },
        now);
}

using DirectRoute.Core.Model;
using DirectRoute.Local.ControlPlane;
using DirectRoute.Local.ControlPlane.Http;
using DirectRoute.Local.ControlPlane.Http.Documents;
using DirectRoute.Local.ControlPlane.Rest.Documents;
using DirectRoute.Local.State;

namespace DirectRoute.Local.Publishing;

/// <summary>A compiled HTTP API as the control plane keeps it, deployed to its stages.</summary>
internal static class HttpPublication
{
    /// <summary>The API, or what API Gateway has against it.</summary>
    /// <param name="id">The API's id.</param>
    /// <param name="former">What has the id now; routes keep their ids.</param>
    public static Outcome<HttpApiState> Of(ApiModel model, string id, HttpApiState? former, DateTimeOffset now) =>
        from content in HttpContentOfModel.Of(model, former?.Content ?? new())
        from api in HttpApiOperations.Check(Settings(model, former?.Api ?? HttpApiOperations.New(new() { ProtocolType = "HTTP" }, id, model.Region, now)))
        select content.Routes.IsEmpty ? new HttpApiState(api, content) : Deployed(new(api, content), model, now);

    private static HttpApi Settings(ApiModel model, HttpApi before) => before with
    {
        Name = model.Name,
        Description = model.Description,
        DisableExecuteApiEndpoint = model.DisableExecuteApiEndpoint,
        CorsConfiguration = HttpContentOfModel.Cors(model.Cors),
        Tags = MethodOfRoute.Map(model.Tags) ?? HttpMaps<string>.Empty,
    };

    private static HttpApiState Deployed(HttpApiState api, ApiModel model, DateTimeOffset now)
    {
        var deployment = AutoDeployment.New(description: null, now);
        return api with
        {
            Deployments = api.Deployments.Add(deployment.DeploymentId!, new(deployment, api.Api, api.Content)),
            Stages = api.Stages.AddRange(model.Stages.Select(s => KeyValuePair.Create(s.Name, AutoDeployment.Served(Stage(s, now), deployment, now)))),
        };
    }

    private static HttpStage Stage(StageModel stage, DateTimeOffset now) =>
        HttpStageOperations.New(new() { StageName = stage.Name, Description = stage.Description, StageVariables = MethodOfRoute.Map(stage.Variables) }, now);
}

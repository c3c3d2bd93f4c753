using DirectRoute.Local.Protocol;
using DirectRoute.Local.State;

namespace DirectRoute.Local.ControlPlane.Rest;

/// <summary>What AWS refuses of a new stage. The words are not recorded.</summary>
internal static class StageRules
{
    public static Answer? Refusal(RestStage stage, RestApiState api)
    {
        if (string.IsNullOrEmpty(stage.StageName) || !stage.StageName.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-'))
            return Answer.BadRequest("Stage name only allows a-zA-Z0-9_-");
        if (api.Stages.ContainsKey(stage.StageName)) return Answer.Conflict("Stage already exists");
        return DeploymentRefusal(stage.DeploymentId, api);
    }

    public static Answer? DeploymentRefusal(string? deploymentId, RestApiState api) =>
        api.Deployments.ContainsKey(deploymentId ?? "") ? null : Answer.BadRequest("Deployment id does not exist");
}

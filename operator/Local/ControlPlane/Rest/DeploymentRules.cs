using DirectRoute.Local.Protocol;
using DirectRoute.Local.State;

namespace DirectRoute.Local.ControlPlane.Rest;

/// <summary>What AWS refuses of deployments.</summary>
internal static class DeploymentRules
{
    private const string CanaryPrefix = "Invalid deployment content specified.";

    public static Answer? Refusal(CreateDeployment request, RestApiState api) => CanaryRefusal(request, api) ?? ContentRefusal(api.Content);

    /// <summary>Recorded on AWS, the missing blank after the first sentence too.</summary>
    private static Answer? CanaryRefusal(CreateDeployment request, RestApiState api)
    {
        if (request.CanarySettings is null) return null;
        if (string.IsNullOrEmpty(request.StageName))
            return Answer.BadRequest($"{CanaryPrefix}Non null and non empty stageName must be provided for canary deployment. Provided value is {request.StageName ?? "null"}");
        return api.Stages.ContainsKey(request.StageName) ? null
            : Answer.BadRequest($"{CanaryPrefix}Stage {request.StageName} must already be created before making a canary release deployment");
    }

    /// <summary>AWS's words as users report them; they are not recorded.</summary>
    private static Answer? ContentRefusal(RestContent content)
    {
        if (!content.Methods().Any()) return Answer.BadRequest("The REST API doesn't contain any methods");
        return content.Methods().Any(m => m.Method.MethodIntegration is null) ? Answer.BadRequest("No integration defined for method") : null;
    }

    /// <summary>Recorded on AWS.</summary>
    public static Answer? UseRefusal(RestApiState api, RestDeployment deployment) =>
        api.Stages.Values.Any(s => s.DeploymentId == deployment.Id || s.CanarySettings?.DeploymentId == deployment.Id)
            ? Answer.BadRequest("Active stages pointing to this deployment must be moved or deleted")
            : null;
}

using DirectRoute.Local.ControlPlane.Patching;
using DirectRoute.Local.Protocol;
using DirectRoute.Local.State;

namespace DirectRoute.Local.ControlPlane.Rest;

/// <summary>Changes of a stage's canary.</summary>
internal static class CanaryPatch
{
    public static Outcome<RestStage> Apply(RestStage stage, string[] path, PatchOperation operation, RestApiState api)
    {
        if (path.Length == 0) return operation.Op == "remove" ? stage with { CanarySettings = null } : WrongPath(operation);
        var canary = stage.CanarySettings ?? new() { PercentTraffic = 0, UseStageCache = false, DeploymentId = stage.DeploymentId };
        return path switch
        {
            ["deploymentId"] => With(canary with { DeploymentId = operation.Value }).Unless(StageRules.DeploymentRefusal(operation.Value, api)),
            ["percentTraffic"] => StagePatch.Number(operation.Value, percent => With(canary with { PercentTraffic = percent })),
            ["useStageCache"] => StagePatch.Flag(operation.Value, flag => With(canary with { UseStageCache = flag })),
            ["stageVariableOverrides", var name] => With(canary with
            {
                StageVariableOverrides = RestMaps<string>.NullIfEmpty(StagePatch.Changed(canary.StageVariableOverrides, name, operation)),
            }),
            _ => WrongPath(operation),
        };

        RestStage With(CanarySettings changed) => stage with { CanarySettings = changed };
    }

    /// <summary>The two copies that make a stage of its canary, by the reference.</summary>
    public static Outcome<RestStage> Promote(RestStage stage, PatchOperation operation, RestApiState api)
    {
        if (stage.CanarySettings is not { } canary) return Answer.BadRequest($"Stage {stage.StageName} has no canary"); // not recorded
        return (operation.From, operation.Path) switch
        {
            ("/canarySettings/deploymentId", "/deploymentId") => (stage with { DeploymentId = canary.DeploymentId }).Unless(StageRules.DeploymentRefusal(canary.DeploymentId, api)),
            ("/canarySettings/stageVariableOverrides", "/variables") => stage with
            {
                Variables = RestMaps<string>.NullIfEmpty((stage.Variables ?? RestMaps<string>.Empty).SetItems(canary.StageVariableOverrides ?? RestMaps<string>.Empty)),
            },
            _ => Answer.BadRequest($"Invalid patch path {operation.Path}"), // not recorded
        };
    }

    private static Answer WrongPath(PatchOperation operation) => Answer.BadRequest($"Invalid patch path {operation.Path}"); // not recorded
}

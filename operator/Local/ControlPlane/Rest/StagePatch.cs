using System.Collections.Immutable;
using System.Globalization;
using DirectRoute.Local.ControlPlane.Patching;
using DirectRoute.Local.Protocol;
using DirectRoute.Local.State;

namespace DirectRoute.Local.ControlPlane.Rest;

/// <summary>The changes of UpdateStage: fields, variables, access logs, the canary, and the settings of methods. All of them, or none and AWS's error.</summary>
internal static class StagePatch
{
    public static Outcome<RestStage> Apply(RestStage stage, IReadOnlyList<PatchOperation> operations, RestApiState api)
    {
        Outcome<RestStage> changed = stage;
        foreach (var operation in operations) changed = changed.Then(s => Apply(s, operation, api));
        return changed;
    }

    private static Outcome<RestStage> Apply(RestStage stage, PatchOperation operation, RestApiState api) => operation.Segments switch
    {
        _ when operation.Op == "copy" => CanaryPatch.Promote(stage, operation, api),
        ["variables", var name] => stage with { Variables = RestMaps<string>.NullIfEmpty(Changed(stage.Variables, name, operation)) },
        ["accessLogSettings", ..] => AccessLogPatch.Apply(stage, operation),
        ["canarySettings", .. var path] => CanaryPatch.Apply(stage, path, operation, api),
        [var field] => Field(stage, field, operation, api),
        _ => MethodSettingPatch.Apply(stage, operation),
    };

    private static Outcome<RestStage> Field(RestStage stage, string field, PatchOperation operation, RestApiState api)
    {
        var value = operation.Op == "remove" ? null : operation.Value;
        return field switch
        {
            "deploymentId" => (stage with { DeploymentId = value }).Unless(StageRules.DeploymentRefusal(value, api)),
            "description" => stage with { Description = value },
            "cacheClusterSize" => stage with { CacheClusterSize = value },
            "clientCertificateId" => stage with { ClientCertificateId = string.IsNullOrEmpty(value) ? null : value },
            "documentationVersion" => stage with { DocumentationVersion = value },
            "cacheClusterEnabled" => Flag(value, flag => stage with { CacheClusterEnabled = flag, CacheClusterStatus = flag ? "AVAILABLE" : "NOT_AVAILABLE" }),
            "tracingEnabled" => Flag(value, flag => stage with { TracingEnabled = flag }),
            _ => MethodSettingPatch.Apply(stage, operation),
        };
    }

    public static ImmutableSortedDictionary<string, string> Changed(ImmutableSortedDictionary<string, string>? map, string name, PatchOperation operation) =>
        operation.Op == "remove" ? (map ?? RestMaps<string>.Empty).Remove(name) : RestMaps<string>.With(map, name, operation.Value ?? "");

    public static Outcome<RestStage> Flag(string? text, Func<bool, RestStage> change) =>
        bool.TryParse(text, out var flag) ? change(flag) : Answer.BadRequest($"Invalid boolean value specified: {text}"); // not recorded

    public static Outcome<RestStage> Number(string? text, Func<double, RestStage> change) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? change(number)
            : Answer.BadRequest($"Invalid number specified: {text}"); // not recorded
}

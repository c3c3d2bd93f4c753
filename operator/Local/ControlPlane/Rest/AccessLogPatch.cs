using DirectRoute.Local.ControlPlane.Patching;
using DirectRoute.Local.Protocol;

namespace DirectRoute.Local.ControlPlane.Rest;

/// <summary>Changes of a stage's access log, as recorded on AWS: it is set by its fields, and removed as a whole.</summary>
internal static class AccessLogPatch
{
    private const string Root = "accessLogSettings";

    public static Outcome<RestStage> Apply(RestStage stage, PatchOperation operation)
    {
        var path = operation.Segments;
        if (operation.Op == "remove") return path is [Root] ? stage with { AccessLogSettings = null } : MethodSettingPatch.NothingToRemove(operation);
        if (path is not [Root, "destinationArn" or "format"])
            return Answer.BadRequest($"Invalid {Root} path. Must be one of : [/{Root}/destinationArn, /{Root}/format]");
        if (string.IsNullOrEmpty(operation.Value)) return Answer.BadRequest("Access Log value must not be empty");
        var before = stage.AccessLogSettings ?? new(null, null);
        return stage with
        {
            AccessLogSettings = path[1] == "format" ? before with { Format = operation.Value } : before with { DestinationArn = WithoutStar(operation.Value) },
        };
    }

    /// <summary>AWS takes a log group's ARN with the star that other services give, and keeps it without.</summary>
    private static string WithoutStar(string arn) => arn.EndsWith(":*", StringComparison.Ordinal) ? arn[..^2] : arn;
}

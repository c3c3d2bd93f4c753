using System.Globalization;
using DirectRoute.Local.ControlPlane.Patching;
using DirectRoute.Local.Protocol;

namespace DirectRoute.Local.ControlPlane.Rest.UsagePlans;

/// <summary>The changes of UpdateUsagePlan, by the reference: fields, limits, stages, and the limits of methods of stages.</summary>
internal static class UsagePlanPatch
{
    private static readonly Patcher<UsagePlan> Fields = new(
        "updateUsagePlanInput", UsagePlanJson.Default.UsagePlan, PatchWording.Short,
        PatchRule.Replace("/name"), PatchRule.Replace("/description"), new("/productCode"), // Terraform adds the last
        new("/throttle", PatchValue.Text, "remove"), new("/throttle/rateLimit", PatchValue.Number, "add", "replace"), new("/throttle/burstLimit", PatchValue.Integer, "add", "replace"),
        new("/quota", PatchValue.Text, "remove"), new("/quota/limit", PatchValue.Integer, "add", "replace"), new("/quota/offset", PatchValue.Integer, "add", "replace"),
        new("/quota/period", PatchValue.Text, "add", "replace"));

    public static Outcome<UsagePlan> Apply(UsagePlan plan, IReadOnlyList<PatchOperation> operations)
    {
        Outcome<UsagePlan> changed = plan;
        foreach (var operation in operations) changed = changed.Then(p => Apply(p, operation));
        return changed.Select(p => p with { ApiStages = p.ApiStages ?? [] });
    }

    private static Outcome<UsagePlan> Apply(UsagePlan plan, PatchOperation operation) => operation.Segments switch
    {
        ["apiStages"] => Stages(plan, operation),
        ["apiStages", var stage, "throttle", .. var path] => Throttle(plan, Named(stage), path, operation),
        _ => Fields.Apply(plan, [operation]),
    };

    private static Outcome<UsagePlan> Stages(UsagePlan plan, PatchOperation operation)
    {
        var stage = Named(operation.Value ?? "");
        var others = plan.ApiStages!.Where(s => !IsSame(s, stage)).ToList();
        return operation.Op switch
        {
            "add" when others.Count == plan.ApiStages!.Count => plan with { ApiStages = [.. others, stage] },
            "add" => Answer.Conflict($"API stage {operation.Value} is in the usage plan already"), // not recorded
            "remove" when others.Count < plan.ApiStages!.Count => plan with { ApiStages = others },
            "remove" => Answer.NotFound($"Invalid API Stage {{api: {stage.ApiId}, stage: {stage.Stage}}} specified for usageplan {plan.Id}"), // not recorded
            _ => Answer.BadRequest("Invalid patch operation specified. Must be one of: [add, remove]"),
        };
    }

    /// <summary>A path without a limit at its end can only be removed: one method's limits, or all of them.</summary>
    private static Outcome<UsagePlan> Throttle(UsagePlan plan, PlannedStage named, string[] path, PatchOperation operation)
    {
        if (plan.ApiStages!.FirstOrDefault(s => IsSame(s, named)) is not { } stage)
            return Answer.NotFound($"Invalid API Stage {{api: {named.ApiId}, stage: {named.Stage}}} specified for usageplan {plan.Id}");
        var limits = stage.Throttle ?? RestMaps<ThrottleSettings>.Empty;
        return operation.Op switch
        {
            "remove" when path.Length == 0 => With(null),
            "remove" => With(RestMaps<ThrottleSettings>.NullIfEmpty(limits.Remove(Key(path)))),
            "add" or "replace" when path.Length > 2 =>
                Limit(limits.GetValueOrDefault(Key(path[..^1])) ?? new(), path[^1], operation).Then(limit => With(limits.SetItem(Key(path[..^1]), limit))),
            _ => Answer.BadRequest($"Invalid patch path {operation.Path}"),
        };

        Outcome<UsagePlan> With(System.Collections.Immutable.ImmutableSortedDictionary<string, ThrottleSettings>? throttle) =>
            plan with { ApiStages = [.. plan.ApiStages!.Select(s => IsSame(s, named) ? s with { Throttle = throttle } : s)] };
    }

    private static Outcome<ThrottleSettings> Limit(ThrottleSettings limits, string name, PatchOperation operation) => name switch
    {
        "rateLimit" when double.TryParse(operation.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var rate) && double.IsFinite(rate) => limits with { RateLimit = rate },
        "burstLimit" when int.TryParse(operation.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var burst) => limits with { BurstLimit = burst },
        "rateLimit" or "burstLimit" => Answer.BadRequest($"Invalid value for {operation.Path}: {operation.Value}"),
        _ => Answer.BadRequest($"Invalid patch path {operation.Path}"),
    };

    /// <summary><c>/orders/GET</c>, whether its slashes were escaped or not: clients send either.</summary>
    private static string Key(string[] path) => string.Join('/', path) is ['/', ..] key ? key : "/" + string.Join('/', path);

    private static PlannedStage Named(string name) => name.Split(':', 2) is [var api, var stage] ? new() { ApiId = api, Stage = stage } : new() { ApiId = name };

    private static bool IsSame(PlannedStage one, PlannedStage other) => one.ApiId == other.ApiId && one.Stage == other.Stage;
}

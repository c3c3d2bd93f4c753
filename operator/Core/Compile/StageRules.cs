using DirectRoute.Core.Collections;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Compile;

/// <summary>From the manifest's stages to AWS's.</summary>
internal static class StageRules
{
    private const string Default = "$default";
    private const int MaxStages = 10;
    private const int MaxVariables = 100;
    private const int MaxKey = 64;
    private const int MaxValue = 512;
    private const string Field = "spec.stages";

    /// <summary>The stages in ordinal order of name; the default is one, named prod on REST and $default on HTTP.</summary>
    public static ValueList<StageModel> Compile(DirectApiSpec spec, DiagnosticBag diagnostics)
    {
        if (spec.Stages is null) return [new StageModel { Name = spec.Protocol == ApiProtocol.HTTP ? Default : "prod" }];
        if (spec.Stages.Count is 0 or > MaxStages)
            diagnostics.Error(Reasons.InvalidValue, Field, $"An API has 1 to {MaxStages} stages, this one {spec.Stages.Count}.");
        var names = new HashSet<string>(StringComparer.Ordinal);
        var stages = new List<StageModel>();
        for (var i = 0; i < spec.Stages.Count; i++)
        {
            if (Stage(spec.Stages[i], spec.Protocol, $"{Field}[{i}]", names, diagnostics) is { } stage) stages.Add(stage);
        }
        return stages.OrderBy(s => s.Name, StringComparer.Ordinal).ToValueList();
    }

    private static StageModel? Stage(ApiStage? stage, ApiProtocol protocol, string field, HashSet<string> names, DiagnosticBag diagnostics)
    {
        var name = stage?.Name ?? "";
        if (NameFault(name, protocol) is { } fault) diagnostics.Error(Reasons.InvalidValue, $"{field}.name", fault);
        else if (!names.Add(name))
            diagnostics.Error(Reasons.InvalidValue, $"{field}.name", $"Two stages are named \"{name}\": give each its own name.");
        if (stage?.Description?.Length is 0 or > 1024)
            diagnostics.Error(Reasons.InvalidValue, $"{field}.description",
                "A description has 1 to 1024 characters; leave it out for none.");
        return stage is null ? null : new StageModel { Name = name, Description = stage.Description, Variables = Variables(stage, field, diagnostics) };
    }

    private static string? NameFault(string name, ApiProtocol protocol)
    {
        if (name == Default) return protocol == ApiProtocol.HTTP ? null : "Only HTTP APIs have a stage $default. Choose a name such as prod.";
        var valid = name.Length is >= 1 and <= 128 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');
        return valid ? null : $"\"{name}\" is not a stage name: 1 to 128 letters, digits, hyphens and underscores{(protocol == ApiProtocol.HTTP ? ", or $default" : "")}.";
    }

    private static ValueMap<string> Variables(ApiStage stage, string field, DiagnosticBag diagnostics)
    {
        var variables = stage.Variables ?? new Dictionary<string, string>();
        if (variables.Count > MaxVariables)
            diagnostics.Error(Reasons.InvalidValue, $"{field}.variables",
                $"There are {variables.Count} variables; {MaxVariables} are allowed.");
        foreach (var (key, value) in variables.OrderBy(v => v.Key, StringComparer.Ordinal))
        {
            if (VariableFault(key, value ?? "") is { } fault)
                diagnostics.Error(Reasons.InvalidValue, $"{field}.variables[\"{key}\"]", fault);
        }
        return variables.Select(v => KeyValuePair.Create(v.Key, v.Value ?? "")).ToValueMap();
    }

    private static string? VariableFault(string key, string value)
    {
        if (key.Length is 0 or > MaxKey || !key.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
            return $"A variable's name has 1 to {MaxKey} letters, digits and underscores.";
        if (value.Length > MaxValue) return $"A variable's value has at most {MaxValue} characters, this one {value.Length}.";
        return value.All(IsAllowed) ? null : "A variable's value holds letters, digits and - . _ ~ : / ? # & = , only.";
    }

    private static bool IsAllowed(char c) => char.IsAsciiLetterOrDigit(c) || "-._~:/?#&=,".Contains(c, StringComparison.Ordinal);
}

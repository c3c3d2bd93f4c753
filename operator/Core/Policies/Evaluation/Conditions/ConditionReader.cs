using System.Text.Json;
using System.Text.Json.Nodes;
using DirectRoute.Core.Collections;

namespace DirectRoute.Core.Policies.Evaluation.Conditions;

/// <summary>From a condition block's JSON to its conditions.</summary>
internal static class ConditionReader
{
    /// <summary>The conditions of a statement; null, with what is wrong, when IAM would not take the block.</summary>
    /// <param name="elements">The statement.</param>
    /// <param name="text">Reads a value, as the policy's version has it.</param>
    /// <param name="fault">What is wrong.</param>
    public static ValueList<Condition>? Read(JsonObject elements, Func<string, PolicyText> text, out string? fault)
    {
        fault = null;
        if (!elements.ContainsKey("Condition")) return [];
        if (elements["Condition"] is not JsonObject block) return Wrong("Condition must be an object of operators", out fault);
        var conditions = new List<Condition>();
        foreach (var (name, member) in block)
        {
            if (ConditionOperator.Parse(name) is not { } comparing) return Wrong($"there is no condition operator {name}", out fault);
            if (member is not JsonObject keys) return Wrong($"{name} must be an object of condition keys", out fault);
            foreach (var (key, node) in keys)
            {
                if (Values(node) is not { } values) return Wrong($"{name} {key} must be a text, a number, true, false, or a list of them", out fault);
                conditions.Add(new Condition(comparing, key, values.Select(text).ToValueList()));
            }
        }
        return conditions.ToValueList();
    }

    private static ValueList<string>? Values(JsonNode? node)
    {
        var texts = (node is JsonArray list ? list.Select(Text) : [Text(node)]).ToList();
        return texts.Contains(null) ? null : texts.OfType<string>().ToValueList();
    }

    // IAM takes true and "true", 5 and "5" for the same.
    private static string? Text(JsonNode? value) => value?.GetValueKind() switch
    {
        JsonValueKind.String => value.GetValue<string>(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.ToJsonString(),
        _ => null,
    };

    private static ValueList<Condition>? Wrong(string what, out string fault)
    {
        fault = what;
        return null;
    }
}
